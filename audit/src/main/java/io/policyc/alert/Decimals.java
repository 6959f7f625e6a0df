package io.policyc.alert;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers of JSON by their value. */
final class Decimals {
    private Decimals() {}

    /** Empty for an exponent that is beyond all measure. */
    static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
