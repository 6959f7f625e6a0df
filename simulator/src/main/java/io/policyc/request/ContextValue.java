package io.policyc.request;

import com.google.common.collect.ImmutableList;

/**
 * What is known of a context key in a request. Absent and unknown are different: absent is a fact that conditions test,
 * unknown means that nobody said.
 *
 * @param values the values; empty unless present; one for a single value
 * @param list whether the values came as a list, as a multivalued key has them
 */
public record ContextValue(State state, ImmutableList<String> values, boolean list) {
    public static final ContextValue ABSENT = new ContextValue(State.ABSENT, ImmutableList.of(), false);
    /** Present with a value that nobody said, as the issue time of a session. */
    public static final ContextValue SOME_VALUE = new ContextValue(State.VALUE_UNKNOWN, ImmutableList.of(), false);

    public static final ContextValue UNKNOWN = new ContextValue(State.UNKNOWN, ImmutableList.of(), false);

    /** What can be said of a key. */
    public enum State {
        PRESENT,
        ABSENT,
        /** The key is there; with which value is not known. */
        VALUE_UNKNOWN,
        UNKNOWN
    }

    public static ContextValue of(String value) {
        return new ContextValue(State.PRESENT, ImmutableList.of(value), false);
    }

    /** The values of a multivalued key; an empty list is a key without values. */
    public static ContextValue listOf(Iterable<String> values) {
        return new ContextValue(State.PRESENT, ImmutableList.copyOf(values), true);
    }

    /** Whether the key is there and its values are known. */
    public boolean isPresent() {
        return state == State.PRESENT;
    }

    /** Whether a comparison with the key's value cannot be told. */
    public boolean isUnknown() {
        return state == State.UNKNOWN || state == State.VALUE_UNKNOWN;
    }
}
