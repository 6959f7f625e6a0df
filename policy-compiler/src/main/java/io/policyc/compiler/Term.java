package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimap;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conditions that must all hold: one statement to be. A statement has one place for each operator and key, so a term holds
 * at most one condition of each.
 */
record Term(ImmutableList<LocatedCondition> located) {

    /** Where in a statement a condition stands. */
    record Slot(ConditionOperator operator, ConditionKey key) {
        static Slot of(Condition condition) {
            return new Slot(condition.operator(), condition.key());
        }
    }

    static final Term TRUE = new Term(ImmutableList.of());

    static Term of(Iterable<LocatedCondition> located) {
        return new Term(groupedByOperator(located));
    }

    ImmutableList<Condition> conditions() {
        return located.stream().map(LocatedCondition::condition).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<SourceSpan> places() {
        return located.stream().map(LocatedCondition::place).collect(ImmutableList.toImmutableList());
    }

    Map<Slot, LocatedCondition> bySlot() {
        Map<Slot, LocatedCondition> slots = new LinkedHashMap<>();
        located.forEach(one -> slots.put(Slot.of(one.condition()), one));
        return slots;
    }

    /** Whether whatever satisfies the other term satisfies this one: it asks for nothing that the other does not. */
    boolean isImpliedBy(Term other) {
        return other.conditions().containsAll(conditions());
    }

    /** Conditions of one operator stand together in JSON; places follow their conditions. */
    private static ImmutableList<LocatedCondition> groupedByOperator(Iterable<LocatedCondition> located) {
        Multimap<ConditionOperator, LocatedCondition> groups = LinkedHashMultimap.create();
        located.forEach(one -> groups.put(one.condition().operator(), one));
        return ImmutableList.copyOf(groups.values());
    }
}
