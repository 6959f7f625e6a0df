package io.policyc.compiler;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Literals;
import java.util.Collection;

/**
 * Finds conditions of one statement that never hold together, so that the statement can be left out: one that wants any of
 * some values and one that wants none of them, and bounds that leave no room. Others there may be; a statement with such
 * only never fires.
 */
final class Contradictions {
    /** A statement may have thousands of keys, and few conditions of each. */
    private final ListMultimap<ConditionKey, Condition> byKey = ArrayListMultimap.create();

    private Contradictions(Collection<LocatedCondition> conditions) {
        conditions.forEach(located -> byKey.put(located.condition().key(), located.condition()));
    }

    static boolean among(Collection<LocatedCondition> conditions) {
        Contradictions contradictions = new Contradictions(conditions);
        return conditions.stream()
                .map(LocatedCondition::condition)
                .filter(condition -> condition.operator().qualifier() == SetQualifier.NONE)
                .filter(condition -> !condition.operator().ifExists())
                .anyMatch(contradictions::contradicts);
    }

    /** Whether another condition is false whenever this one, which demands the key, is true. */
    private boolean contradicts(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        if (comparison == Comparison.NULL || comparison == Comparison.BINARY_EQUALS) {
            return false;
        }
        return byKey.get(condition.key()).stream()
                .filter(other -> other.operator().qualifier() == SetQualifier.NONE)
                .anyMatch(other -> excludes(condition, other));
    }

    private static boolean excludes(Condition condition, Condition other) {
        Comparison comparison = condition.operator().comparison();
        ConditionOperator operator = other.operator();
        if (comparison == Comparison.BOOL) {
            return operator.comparison() == Comparison.BOOL && !other.values().equals(condition.values());
        }
        if (Literals.isOrdering(comparison)) {
            return Literals.isOrdering(operator.comparison())
                    && operator.comparison().family() == comparison.family()
                    && Literals.leaveNoRoom(loosest(condition), comparison, loosest(other), operator.comparison());
        }
        if (comparison.negated()) {
            return false;
        }
        return operator.comparison() == Opposite.of(comparison)
                ? ValueLists.covers(other, condition)
                : operator.comparison() == comparison && ValueLists.exclude(condition, other);
    }

    private static ValueTemplate loosest(Condition condition) {
        ImmutableList<ValueTemplate> bounds = condition.values();
        return Literals.loosest(bounds, condition.operator().comparison());
    }
}
