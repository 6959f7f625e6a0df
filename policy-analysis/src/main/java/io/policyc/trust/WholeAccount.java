package io.policyc.trust;

import io.policyc.finding.Findings;
import io.policyc.policy.Arn;
import io.policyc.policy.PrincipalElement.Kind;
import java.util.Optional;

/**
 * A whole account is trusted: whom its own identity policies let. A trust policy does not say whose role it is, so this is
 * said of the role's own account too.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html">Access to AWS
 *     accounts owned by third parties</a>
 */
final class WholeAccount implements TrustRule {

    @Override
    public void check(TrustStatement statement, Findings findings) {
        if (!statement.allows("sts:AssumeRole") || statement.isNarrowedBy(Callers::tellsMoreThanAccount)) {
            return;
        }
        for (String principal : statement.listed(Kind.AWS)) {
            account(principal)
                    .ifPresent(id -> findings.add(statement.finding(
                            TrustFindings.WHOLE_ACCOUNT,
                            "whoever the administrators of account " + id + " let may assume the role",
                            "name the role or user that shall; of another account of yours ask for aws:PrincipalOrgID,"
                                    + " of a third party for the sts:ExternalId that you agreed on")));
        }
    }

    private static Optional<String> account(String principal) {
        if (Arn.isAccountId(principal)) {
            return Optional.of(principal);
        }
        return Arn.parse(principal)
                .filter(arn -> arn.service().equals("iam") && arn.resource().equals("root"))
                .map(Arn::account);
    }
}
