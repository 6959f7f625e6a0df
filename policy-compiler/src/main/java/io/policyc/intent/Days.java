package io.policyc.intent;

import io.policyc.node.ScalarNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as intents write them, {@code 2027-03-31}, and as conditions compare them. */
final class Days {
    private Days() {}

    static Optional<LocalDate> read(ScalarNode scalar) {
        try {
            return scalar.text().length() == 10 ? Optional.of(LocalDate.parse(scalar.text())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first moment of the day in UTC. */
    static String start(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
