package io.policyc.alert;

import io.policyc.simulator.Truth;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What {@code numeric} asks: bounds, of which at least one is there. AWS compares numbers from -5.0e9 to 5.0e9 with at most
 * six digits after the point, and does not say what it does with others.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-numeric-matching">
 *     Numeric matching</a>
 */
record NumberRange(Optional<Bound> lower, Optional<Bound> upper) {
    private static final BigDecimal MOST = new BigDecimal("5.0e9");
    private static final int DIGITS = 6;

    /** An end of the range. */
    record Bound(BigDecimal value, boolean included) {}

    /** Whether AWS says how it compares a number. */
    static boolean isCompared(BigDecimal number) {
        return number.abs().compareTo(MOST) <= 0 && hasFewDigits(number);
    }

    /** Without its zeros at the end; a number of many digits is looked at no further. */
    private static boolean hasFewDigits(BigDecimal number) {
        return number.scale() <= DIGITS
                || (number.precision() <= 1_000 && number.stripTrailingZeros().scale() <= DIGITS);
    }

    Truth contains(String text) {
        Optional<BigDecimal> number = Decimals.parse(text);
        if (number.filter(NumberRange::isCompared).isEmpty()) {
            return Truth.UNKNOWN;
        }
        boolean above = lower.map(bound -> number.get().compareTo(bound.value()) >= (bound.included() ? 0 : 1))
                .orElse(true);
        boolean below = upper.map(bound -> number.get().compareTo(bound.value()) <= (bound.included() ? 0 : -1))
                .orElse(true);
        return Truth.of(above && below);
    }
}
