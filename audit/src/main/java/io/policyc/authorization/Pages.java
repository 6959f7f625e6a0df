package io.policyc.authorization;

import io.policyc.finding.Findings;
import io.policyc.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether all pages of an answer are there: each but the last says that another one follows, {@code IsTruncated} in AWS's own
 * answer, {@code NextToken} where the AWS CLI was told to stop. Which page is missing in the middle cannot be told.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</a>
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html">Pagination of the AWS CLI</a>
 */
final class Pages {
    private final Map<Optional<String>, SourceSpan> followed = new LinkedHashMap<>();
    private final TreeSet<String> ended = new TreeSet<>();
    private boolean someEnded;

    /** @param account empty for a page that names none, as one of AWS's policies only */
    void add(Optional<String> account, boolean truncated, SourceSpan place) {
        if (truncated) {
            followed.put(account, place);
        } else {
            account.ifPresentOrElse(ended::add, () -> someEnded = true);
        }
    }

    void check(Findings findings) {
        followed.forEach((account, place) -> {
            boolean whole = someEnded || account.map(ended::contains).orElse(!ended.isEmpty());
            if (!whole) {
                findings.add(
                        AuthorizationFindings.INCOMPLETE,
                        place,
                        "the answer" + account.map(id -> " of account " + id).orElse("") + " goes on after this page",
                        "give the pages that follow as well; what they hold counts as not known");
            }
        });
    }
}
