package io.policyc.request;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the keys that something fills, by the names that AWS documents. */
final class ContextBuilder {
    private final Map<ConditionKey, ContextValue> values = new LinkedHashMap<>();

    ContextBuilder present(String key, String value) {
        values.put(ConditionKey.of(key), ContextValue.of(value));
        return this;
    }

    ContextBuilder present(String key, boolean value) {
        return present(key, String.valueOf(value));
    }

    ContextBuilder list(String key, Iterable<String> list) {
        values.put(ConditionKey.of(key), ContextValue.listOf(ImmutableList.copyOf(list)));
        return this;
    }

    /** The keys are there, with values that nobody said. */
    ContextBuilder someValue(String... keys) {
        for (String key : keys) {
            values.put(ConditionKey.of(key), ContextValue.SOME_VALUE);
        }
        return this;
    }

    ContextBuilder absent(String... keys) {
        for (String key : keys) {
            values.put(ConditionKey.of(key), ContextValue.ABSENT);
        }
        return this;
    }

    ContextBuilder unknown(String... keys) {
        for (String key : keys) {
            values.put(ConditionKey.of(key), ContextValue.UNKNOWN);
        }
        return this;
    }

    ContextBuilder putAll(Map<ConditionKey, ContextValue> more) {
        values.putAll(more);
        return this;
    }

    ImmutableMap<ConditionKey, ContextValue> build() {
        return ImmutableMap.copyOf(values);
    }
}
