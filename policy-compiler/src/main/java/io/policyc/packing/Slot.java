package io.policyc.packing;

import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import java.util.Comparator;

/** Where in a statement a condition stands: there is one place for each operator and key. */
record Slot(ConditionOperator operator, ConditionKey key) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER = Comparator.comparing(Slot::key)
            .thenComparing(slot -> slot.operator().word());

    static Slot of(Condition condition) {
        return new Slot(condition.operator(), condition.key());
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
