package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import io.policyc.simulator.Truth;
import java.util.function.IntFunction;

/** What holds or does not, told from the verdicts of conditions, which go by their number in the statement, from 0. */
@FunctionalInterface
public interface Clause {

    Truth given(IntFunction<Truth> conditions);

    static Clause condition(int number) {
        return conditions -> conditions.apply(number);
    }

    /** All parts hold; true if there are none. */
    static Clause all(Iterable<Clause> parts) {
        ImmutableList<Clause> copy = ImmutableList.copyOf(parts);
        return conditions -> copy.stream().map(part -> part.given(conditions)).reduce(Truth.TRUE, Truth::and);
    }

    /** Some part holds; false if there are none. */
    static Clause any(Iterable<Clause> parts) {
        ImmutableList<Clause> copy = ImmutableList.copyOf(parts);
        return conditions -> copy.stream().map(part -> part.given(conditions)).reduce(Truth.FALSE, Truth::or);
    }

    static Clause not(Clause part) {
        return conditions -> part.given(conditions).not();
    }
}
