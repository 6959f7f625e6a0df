package io.policyc.trust;

import io.policyc.finding.Findings;

/**
 * Everybody is trusted, and no condition says who may come.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous">
 *     All principals</a>
 */
final class Anybody implements TrustRule {

    @Override
    public void check(TrustStatement statement, Findings findings) {
        if (statement.namesEverybody() && !statement.isNarrowedBy(Callers::tellsWho)) {
            findings.add(statement.finding(
                    TrustFindings.ANYBODY,
                    "anybody with an AWS account may assume the role",
                    "name the principals, or ask for aws:PrincipalOrgID or aws:PrincipalArn"));
        }
    }
}
