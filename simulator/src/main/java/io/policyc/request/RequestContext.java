package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** The context keys of a request. A key that was not mentioned is unknown, never silently absent. */
public final class RequestContext {
    private static final RequestContext NOTHING_KNOWN = new RequestContext(ImmutableMap.of());

    private final ImmutableMap<ConditionKey, ContextValue> values;

    private RequestContext(ImmutableMap<ConditionKey, ContextValue> values) {
        this.values = values;
    }

    public static RequestContext nothingKnown() {
        return NOTHING_KNOWN;
    }

    public static RequestContext of(Map<ConditionKey, ContextValue> values) {
        return new RequestContext(ImmutableMap.copyOf(values));
    }

    public ContextValue get(ConditionKey key) {
        ContextValue value = values.get(key);
        return value == null ? ContextValue.UNKNOWN : value;
    }

    /** All keys that were mentioned, in the order in which they were. */
    public ImmutableMap<ConditionKey, ContextValue> mentioned() {
        return values;
    }

    /** This context with the keys of another one over it. */
    public RequestContext with(Map<ConditionKey, ContextValue> over) {
        Map<ConditionKey, ContextValue> merged = new LinkedHashMap<>(values);
        merged.putAll(over);
        return of(merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestContext context && context.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
