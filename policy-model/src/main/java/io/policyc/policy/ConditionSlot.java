package io.policyc.policy;

import java.util.Comparator;

/** Where in a statement a condition stands: there is one place for each operator and key. */
public record ConditionSlot(ConditionOperator operator, ConditionKey key) implements Comparable<ConditionSlot> {
    private static final Comparator<ConditionSlot> ORDER = Comparator.comparing(ConditionSlot::key)
            .thenComparing(slot -> slot.operator().word());

    public static ConditionSlot of(Condition condition) {
        return new ConditionSlot(condition.operator(), condition.key());
    }

    @Override
    public int compareTo(ConditionSlot other) {
        return ORDER.compare(this, other);
    }
}
