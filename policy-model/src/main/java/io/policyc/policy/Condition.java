package io.policyc.policy;

import com.google.common.collect.ImmutableList;

/** One condition of a statement: an operator, a key, and the values it is compared with, at least one. */
public record Condition(ConditionOperator operator, ConditionKey key, ImmutableList<ValueTemplate> values) {
    public Condition {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a condition needs at least one value: " + operator + " " + key);
        }
    }

    public static Condition of(Comparison comparison, String key, String... values) {
        return of(ConditionOperator.of(comparison), key, values);
    }

    public static Condition of(ConditionOperator operator, String key, String... values) {
        ImmutableList<ValueTemplate> templates =
                ImmutableList.copyOf(values).stream().map(ValueTemplate::new).collect(ImmutableList.toImmutableList());
        return new Condition(operator, ConditionKey.of(key), templates);
    }
}
