package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.AnyRun;
import io.policyc.policy.ValueTemplate.AnyUnit;

/**
 * A star or question mark where it stands for itself.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     String condition operators</a>
 */
final class WildcardWithoutLike implements ConditionRule {

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        Comparison comparison = condition.comparison();
        if (comparison.family() != Comparison.Family.STRING || comparison.hasWildcards()) {
            return;
        }
        Comparison like = comparison.negated() ? Comparison.STRING_NOT_LIKE : Comparison.STRING_LIKE;
        for (ValueTemplate value : condition.values()) {
            boolean wildcard =
                    condition.parts(value).stream().anyMatch(part -> part instanceof AnyRun || part instanceof AnyUnit);
            if (wildcard) {
                findings.add(condition.finding(
                        LintFindings.WILDCARD_WITHOUT_LIKE,
                        "the wildcard in " + Printable.quoted(value.text()) + " is a plain character under "
                                + condition.operator().word(),
                        "write " + condition.operator().withComparison(like).word()
                                + "; where the character itself is meant, write ${*} or ${?}"));
                return;
            }
        }
    }
}
