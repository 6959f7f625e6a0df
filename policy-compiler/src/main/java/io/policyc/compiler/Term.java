package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionSlot;
import io.policyc.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conditions that must all hold: one statement to be. A statement has one place for each operator and key, so a term holds
 * at most one condition of each.
 *
 * @param conditions those of {@code located}, in the same order
 */
record Term(ImmutableList<LocatedCondition> located, ImmutableSet<Condition> conditions) {

    static final Term TRUE = of(ImmutableList.of());

    static Term of(Iterable<LocatedCondition> located) {
        ImmutableList<LocatedCondition> grouped = groupedByOperator(located);
        return new Term(
                grouped, grouped.stream().map(LocatedCondition::condition).collect(ImmutableSet.toImmutableSet()));
    }

    ImmutableList<SourceSpan> places() {
        return located.stream().map(LocatedCondition::place).collect(ImmutableList.toImmutableList());
    }

    Map<ConditionSlot, LocatedCondition> bySlot() {
        Map<ConditionSlot, LocatedCondition> slots = new LinkedHashMap<>();
        located.forEach(one -> slots.put(ConditionSlot.of(one.condition()), one));
        return slots;
    }

    /** Whether whatever satisfies the other term satisfies this one: it asks for nothing that the other does not. */
    boolean isImpliedBy(Term other) {
        return conditions.size() <= other.conditions.size() && other.conditions.containsAll(conditions);
    }

    /** As {@link io.policyc.policy.Statement} groups its conditions, so that places stay beside what they tell of. */
    private static ImmutableList<LocatedCondition> groupedByOperator(Iterable<LocatedCondition> located) {
        ListMultimap<ConditionOperator, LocatedCondition> groups =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        located.forEach(one -> groups.put(one.condition().operator(), one));
        return ImmutableList.copyOf(groups.values());
    }
}
