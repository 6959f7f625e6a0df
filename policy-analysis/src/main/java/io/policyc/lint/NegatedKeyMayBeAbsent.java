package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ConditionOperator.SetQualifier;

/**
 * A Deny that holds without the key where that is hardly meant: by address, which requests through a VPC endpoint do not
 * have, or by the tags of request or resource, which most actions do not have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     IfExists</a>
 */
final class NegatedKeyMayBeAbsent implements ConditionRule {

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        boolean holdsWithoutKey = condition.operator().qualifier() != SetQualifier.FOR_ANY_VALUE
                && condition.comparison().negated()
                && !condition.operator().ifExists()
                && !condition.presenceIsAsked();
        if (!condition.in().denies() || !holdsWithoutKey) {
            return;
        }
        if (condition.hasKey("aws:SourceIp") && !asksForVpc(condition.in())) {
            report(
                    condition,
                    "requests through a VPC endpoint carry no `aws:SourceIp`, so they are denied from everywhere",
                    "to spare a VPC as well, add StringNotEquals aws:SourceVpc to the statement",
                    findings);
        } else if (isTag(condition) && isAboutManyServices(condition.in())) {
            report(
                    condition,
                    "most actions carry no `" + condition.key() + "`, so the statement denies them whatever is tagged",
                    "list the actions that it is about, or write "
                            + condition.operator().withIfExists().word(),
                    findings);
        }
    }

    private static void report(LocatedCondition condition, String message, String help, Findings findings) {
        findings.add(condition.finding(LintFindings.NEGATED_KEY_MAY_BE_ABSENT, message, help));
    }

    private static boolean asksForVpc(LocatedStatement statement) {
        return statement.conditions().stream()
                .map(condition -> condition.key().folded())
                .anyMatch(key -> key.startsWith("aws:sourcevpc") || key.startsWith("aws:vpc"));
    }

    private static boolean isTag(LocatedCondition condition) {
        String key = condition.key().folded();
        return key.startsWith("aws:requesttag/") || key.startsWith("aws:resourcetag/");
    }

    private static boolean isAboutManyServices(LocatedStatement statement) {
        return statement.statement().action() instanceof ActionElement.NotAction
                || WholeStatements.isAboutEveryAction(statement.statement());
    }
}
