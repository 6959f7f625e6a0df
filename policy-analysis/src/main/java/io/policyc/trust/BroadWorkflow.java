package io.policyc.trust;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;
import io.policyc.vocabulary.Claims;

/**
 * A workflow file in place of a subject, which AWS takes as well, of owners that a wildcard stands for.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect reference: job_workflow_ref is
 *     OWNER/REPOSITORY/PATH@REF</a>
 */
final class BroadWorkflow implements TokenRule {
    private static final String WORKFLOW = "job_workflow_ref";
    private static final ImmutableSet<String> OF_ALL = ImmutableSet.of("aud", "oaud", "amr", WORKFLOW);

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        boolean alone = statement
                .ofIssuer(issuer)
                .filter(condition -> !OF_ALL.contains(Claims.claim(condition.key())))
                .noneMatch(Narrowing::narrows);
        if (alone && Claims.of(issuer).contains(WORKFLOW)) {
            statement
                    .ofClaim(issuer, WORKFLOW)
                    .filter(condition -> condition.comparison() == Comparison.STRING_LIKE)
                    .forEach(condition -> condition.values().forEach(value -> check(condition, value, findings)));
        }
    }

    private static void check(LocatedCondition condition, ValueTemplate value, Findings findings) {
        SubjectPattern owner = SubjectPattern.of(condition, value).before("/");
        if (owner.hasWildcard() && !SubjectPattern.of(condition, value).takesAll()) {
            findings.add(condition.finding(
                    TrustFindings.SUBJECT_OF_EVERYBODY,
                    "runs of workflows of every owner" + owner.whichNames() + " get in by "
                            + Printable.quoted(value.text()),
                    "write the owner in full: OWNER/REPOSITORY/.github/workflows/FILE@REF"));
        }
    }
}
