package io.policyc.workflow;

import com.google.common.collect.ImmutableSet;

/** What a value of a workflow is, asked whether it is a part of a long-lived access key of AWS. */
sealed interface Given {
    /** Nothing, or a text that is none. */
    record Nothing() implements Given {}

    /**
     * A part of one.
     *
     * @param words where it comes from, as a message says it
     * @param literal whether it is written in the file
     */
    record Key(String words, boolean literal) implements Given {}

    /** Something that is known only when the workflow runs. */
    record Unknown(String words) implements Given {}

    Given NOTHING = new Nothing();

    /**
     * What a value of expressions is.
     *
     * @param keys the secrets and variables that it may be
     * @param unknown what else it may be
     */
    static Given of(ImmutableSet<String> keys, ImmutableSet<String> unknown) {
        if (unknown.isEmpty()) {
            return keys.isEmpty() ? NOTHING : new Key(String.join(" or ", keys), false);
        }
        return new Unknown(String.join(
                " or ",
                ImmutableSet.<String>builder().addAll(unknown).addAll(keys).build()));
    }
}
