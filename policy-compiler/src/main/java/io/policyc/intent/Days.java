package io.policyc.intent;

import io.policyc.node.ScalarNode;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as intents write them, {@code 2027-03-31}, and as conditions compare them. */
public final class Days {
    private Days() {}

    static Optional<LocalDate> read(ScalarNode scalar) {
        try {
            // AWS compares moments from 1970 on; four digits of a year leave room until 9999.
            return scalar.text().length() == 10
                    ? Optional.of(LocalDate.parse(scalar.text())).filter(day -> day.getYear() >= 1970)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** That it is the day's first moment in UTC, or later. */
    public static Condition from(LocalDate day) {
        return condition(Comparison.DATE_GREATER_THAN_EQUALS, day);
    }

    /** That it is before the day's first moment in UTC. */
    static Condition before(LocalDate day) {
        return condition(Comparison.DATE_LESS_THAN, day);
    }

    /**
     * The key is part of every request, so the plain operators are each other's complement:
     * <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
     */
    private static Condition condition(Comparison comparison, LocalDate day) {
        return Condition.of(comparison, "aws:CurrentTime", start(day));
    }

    /** The first moment of the day in UTC. */
    static String start(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
