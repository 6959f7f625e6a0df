package io.policyc.credential;

import io.policyc.simulator.Truth;
import java.util.Locale;
import java.util.Optional;

/**
 * How many there are.
 *
 * @param unknown of how many more it cannot be told
 */
public record Count(long count, long unknown) {
    static final Count NONE = new Count(0, 0);

    Count plus(Truth answer) {
        return switch (answer) {
            case TRUE -> new Count(count + 1, unknown);
            case FALSE -> this;
            case UNKNOWN -> new Count(count, unknown + 1);
        };
    }

    Count plus(Count other) {
        return new Count(count + other.count, unknown + other.unknown);
    }

    /**
     * In percent of another, with one digit after the point, rounded; {@code 0.0} of none. Nothing where a part of either is
     * unknown.
     */
    Optional<String> percentOf(Count all) {
        if (unknown > 0 || all.unknown > 0) {
            return Optional.empty();
        }
        if (all.count == 0) {
            return Optional.of("0.0");
        }
        long tenths = (count * 2000 + all.count) / (2 * all.count);
        return Optional.of(String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10));
    }
}
