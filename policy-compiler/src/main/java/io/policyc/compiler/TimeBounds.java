package io.policyc.compiler;

import io.policyc.intent.Days;
import io.policyc.policy.Comparison;
import io.policyc.policy.Comparison.Family;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.simulator.Literals;
import java.time.LocalDate;

/** What a term already says of the time, so that days outside of it make no statements. */
final class TimeBounds {
    private TimeBounds() {}

    /** Whether the term holds on no moment before the day. */
    static boolean startAfter(Term term, LocalDate day) {
        return leaveNoRoom(term, day, Comparison.DATE_LESS_THAN);
    }

    /** Whether the term holds on no moment from the day on. */
    static boolean endBefore(Term term, LocalDate day) {
        return leaveNoRoom(term, day, Comparison.DATE_GREATER_THAN_EQUALS);
    }

    private static boolean leaveNoRoom(Term term, LocalDate day, Comparison comparison) {
        Condition from = Days.from(day);
        return term.conditions().stream()
                .filter(condition -> condition.key().equals(from.key()))
                .filter(condition -> condition.operator().qualifier() == SetQualifier.NONE)
                .filter(condition -> isDateOrder(condition.operator().comparison()))
                .anyMatch(condition -> Literals.leaveNoRoom(
                        Literals.loosest(
                                condition.values(), condition.operator().comparison()),
                        condition.operator().comparison(),
                        from.values().get(0),
                        comparison));
    }

    private static boolean isDateOrder(Comparison comparison) {
        return comparison.family() == Family.DATE && Literals.isOrdering(comparison);
    }
}
