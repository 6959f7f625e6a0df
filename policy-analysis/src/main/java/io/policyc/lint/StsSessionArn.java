package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.Arn;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;

/**
 * aws:PrincipalArn compared with the ARN of a role session. For a session the key holds the ARN of the role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">aws:PrincipalArn</a>
 */
final class StsSessionArn implements ConditionRule {

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        if (!condition.hasKey("aws:PrincipalArn") || condition.comparison() == Comparison.NULL) {
            return;
        }
        for (ValueTemplate value : condition.values()) {
            boolean session = Arn.fields(value.text())
                    .filter(fields -> fields[2].equals("sts") && fields[5].startsWith("assumed-role/"))
                    .isPresent();
            if (session) {
                findings.add(condition.finding(
                        LintFindings.STS_SESSION_ARN,
                        Printable.quoted(value.text())
                                + " matches nobody: for a role session aws:PrincipalArn is the role's ARN",
                        "write arn:aws:iam::ACCOUNT:role/PATH/NAME, with the path and without the session's name"));
            }
        }
    }
}
