package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import io.policyc.vocabulary.Claims;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The context keys of a request. A key that was not mentioned is unknown, never silently absent; only where a token was
 * shown, claims that it does not have are absent.
 */
public final class RequestContext {
    private static final RequestContext NOTHING_KNOWN = new RequestContext(ImmutableMap.of(), false);

    private final ImmutableMap<ConditionKey, ContextValue> values;
    private final boolean claimsAreKnown;

    private RequestContext(ImmutableMap<ConditionKey, ContextValue> values, boolean claimsAreKnown) {
        this.values = values;
        this.claimsAreKnown = claimsAreKnown;
    }

    public static RequestContext nothingKnown() {
        return NOTHING_KNOWN;
    }

    public static RequestContext of(Map<ConditionKey, ContextValue> values) {
        return new RequestContext(ImmutableMap.copyOf(values), false);
    }

    /** The same keys where all claims of a token are among them: every other claim, of any provider, is absent. */
    RequestContext withAllClaims() {
        return new RequestContext(values, true);
    }

    public ContextValue get(ConditionKey key) {
        ContextValue value = values.get(key);
        if (value == null) {
            return claimsAreKnown && Claims.isClaim(key) ? ContextValue.ABSENT : ContextValue.UNKNOWN;
        }
        return value;
    }

    /** All keys that were mentioned, in the order in which they were. */
    public ImmutableMap<ConditionKey, ContextValue> mentioned() {
        return values;
    }

    /** This context with the keys of another one over it. */
    public RequestContext with(Map<ConditionKey, ContextValue> over) {
        Map<ConditionKey, ContextValue> merged = new LinkedHashMap<>(values);
        merged.putAll(over);
        return new RequestContext(ImmutableMap.copyOf(merged), claimsAreKnown);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestContext context
                && context.values.equals(values)
                && context.claimsAreKnown == claimsAreKnown;
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
