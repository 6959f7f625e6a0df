package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.vocabulary.KeyType;

/**
 * A key that carries a list under an operator for one value: false whatever the list holds, negated operators too.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Single-valued and multivalued keys</a>
 */
final class MultivaluedKey implements ConditionRule {

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        boolean scalar =
                condition.operator().qualifier() == SetQualifier.NONE && condition.comparison() != Comparison.NULL;
        if (scalar && condition.keyType().map(KeyType::multivalued).orElse(false)) {
            String word = condition.operator().word();
            findings.add(condition.finding(
                    LintFindings.MULTIVALUED_KEY,
                    "`" + condition.key() + "` holds a list; without a set qualifier " + word + " never matches one",
                    "write ForAnyValue:" + word + " or ForAllValues:" + word));
        }
    }
}
