package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;

/**
 * ForAllValues on a key with one value: true when the key is absent, as IfExists is, and nothing else. A negated operator
 * is true then in any case, and a statement that also asks for the key's presence has thought of it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Single-valued and multivalued keys</a>
 */
final class ForAllValuesOnSingleValuedKey implements ConditionRule {

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        ConditionOperator operator = condition.operator();
        boolean surprises = operator.qualifier() == SetQualifier.FOR_ALL_VALUES
                && !operator.comparison().negated()
                && !operator.ifExists();
        boolean single = condition.keyType().filter(type -> !type.multivalued()).isPresent();
        if (surprises && single && !condition.presenceIsAsked()) {
            ConditionOperator scalar = operator.withQualifier(SetQualifier.NONE);
            findings.add(condition.finding(
                    LintFindings.FOR_ALL_VALUES_ON_SINGLE_VALUED_KEY,
                    "`" + condition.key() + "` holds one value; ForAllValues only makes the condition true without it",
                    "write " + scalar.word() + ", or " + scalar.withIfExists().word()
                            + " if a request without the key is meant too"));
        }
    }
}
