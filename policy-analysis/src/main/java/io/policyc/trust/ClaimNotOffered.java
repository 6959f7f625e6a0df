package io.policyc.trust;

import com.google.common.collect.ImmutableSortedSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.vocabulary.Claims;
import io.policyc.vocabulary.ContextKeys;

/**
 * A claim that AWS makes no condition key of: whatever the token says, the key is absent.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">Available keys
 *     for AWS OIDC federation</a>
 */
final class ClaimNotOffered implements TokenRule {

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        ImmutableSortedSet<String> offered = Claims.of(issuer);
        statement
                .ofIssuer(issuer)
                .filter(condition -> !offered.contains(Claims.claim(condition.key())))
                .forEach(condition -> findings.add(condition.finding(
                        TrustFindings.CLAIM_NOT_OFFERED,
                        "AWS has no condition key "
                                + Printable.quoted(condition.key().spelling()) + " as of " + ContextKeys.DATE
                                + Consequence.ofAbsence(condition),
                        Suggestions.help(Claims.claim(condition.key()), offered))));
    }
}
