package io.policyc.role;

import io.policyc.finding.Findings;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyWriter;
import io.policyc.source.SourceSpan;
import java.util.Locale;

/**
 * The quotas of IAM that a role meets: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>. IAM
 * does not count white space; what is written here has none outside of strings.
 */
final class RoleQuotas {
    /** The default; an account can have it raised. */
    private static final int TRUST_POLICY = 2_048;

    /** All inline policies of a role together; cannot be raised. */
    private static final int INLINE_POLICIES = 10_240;

    /** The default; an account can have it raised. */
    private static final int MANAGED_POLICIES = 10;

    private RoleQuotas() {}

    static void check(CompiledRole role, SourceSpan trust, Findings findings) {
        role.trustPolicy()
                .map(RoleQuotas::size)
                .filter(size -> size > TRUST_POLICY)
                .ifPresent(size -> findings.add(
                        RoleFindings.OVER_QUOTA,
                        trust,
                        message("the trust policy has %,d characters; the quota is %,d by default", size, TRUST_POLICY),
                        "have the quota `Role trust policy length` of the account raised, or let in fewer"));
        role.permissionsPolicy()
                .map(RoleQuotas::size)
                .filter(size -> size > INLINE_POLICIES)
                .ifPresent(size -> findings.add(
                        RoleFindings.TOO_LARGE,
                        role.intent().place(),
                        message("the permissions have %,d characters; the limit is %,d", size, INLINE_POLICIES),
                        "put some of them into a managed policy"));
        int managed = role.intent().managedPolicies().size();
        if (managed > MANAGED_POLICIES) {
            findings.add(
                    RoleFindings.OVER_QUOTA,
                    role.intent().place(),
                    message(
                            "the role has %,d managed policies; the quota is %,d by default",
                            managed, MANAGED_POLICIES),
                    "have the quota `Managed policies attached to an IAM role` of the account raised");
        }
    }

    private static int size(LocatedPolicy policy) {
        return PolicySize.of(PolicyWriter.minified(policy.document())).characters();
    }

    private static String message(String text, int size, int limit) {
        return String.format(Locale.ROOT, text, size, limit);
    }
}
