package io.policyc.compiler;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.intent.IntentFindings;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Literals;

/**
 * What must be true of a condition before it is compiled. The reader refuses the same where it is written; intents that
 * programs put together come here first.
 */
final class Premises {
    private Premises() {}

    static boolean hold(LocatedCondition located, Findings findings) {
        Condition condition = located.condition();
        Comparison comparison = condition.operator().comparison();
        boolean oneValueOnly = comparison == Comparison.NULL || comparison == Comparison.BOOL;
        if (oneValueOnly && condition.values().size() > 1) {
            return broken(located, findings, "takes one value");
        }
        if (comparison == Comparison.NULL && condition.operator().qualifier() != SetQualifier.NONE) {
            return broken(located, findings, "says nothing about presence");
        }
        for (ValueTemplate value : condition.values()) {
            // A malformed ARN pattern is true of everything in a Deny, and so is its opposite (observed at AWS,
            // September 2026).
            if (!Literals.isWellFormed(value, comparison)) {
                return broken(located, findings, "does not understand " + Printable.quoted(value.text()));
            }
        }
        return true;
    }

    private static boolean broken(LocatedCondition located, Findings findings, String why) {
        String operator = located.condition().operator().word();
        findings.add(IntentFindings.MALFORMED_VALUE, located.place(), operator + " " + why);
        return false;
    }
}
