package io.policyc.simulator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as AWS reads them: decimal, with sign, leading zeros, {@code 1.} and exponent; compared exactly. No blanks, no
 * words, no hexadecimal.
 */
final class Numbers {
    /** Bounds of length and exponent keep hostile values cheap. */
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{0,400})?|\\.[0-9]{1,400})(?:[eE][+-]?0{0,400}[0-9]{1,5})?");

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
