package io.policyc.credential;

import io.policyc.authorization.Certainty;
import java.util.Locale;

/**
 * How many there are.
 *
 * @param unknown of how many more it cannot be told
 */
public record Count(long count, long unknown) {
    static final Count NONE = new Count(0, 0);

    Count plus(Certainty answer) {
        return switch (answer) {
            case YES -> new Count(count + 1, unknown);
            case NO -> this;
            case UNKNOWN -> new Count(count, unknown + 1);
        };
    }

    Count plus(Count other) {
        return new Count(count + other.count, unknown + other.unknown);
    }

    /** In percent of another, with one digit after the point, rounded; {@code 0.0} of none. */
    String percentOf(Count all) {
        if (all.count == 0) {
            return "0.0";
        }
        long tenths = (count * 2000 + all.count) / (2 * all.count);
        return String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
    }
}
