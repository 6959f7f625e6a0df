package io.policyc.trust;

import io.policyc.lint.LocatedCondition;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;

/** What a condition makes of a key that is not there. */
final class Consequence {
    private Consequence() {}

    /** Whether a condition other than Null is true for a request without its key. */
    static boolean holdsWithout(LocatedCondition condition) {
        ConditionOperator operator = condition.operator();
        return operator.ifExists()
                || operator.qualifier() == SetQualifier.FOR_ALL_VALUES
                || (condition.comparison().negated() && operator.qualifier() != SetQualifier.FOR_ANY_VALUE);
    }

    /** The end of a message about a key that no token has. */
    static String ofAbsence(LocatedCondition condition) {
        if (condition.comparison() == Comparison.NULL) {
            return "";
        }
        return holdsWithout(condition) ? ", so the condition keeps nobody out" : ", so nobody gets in";
    }
}
