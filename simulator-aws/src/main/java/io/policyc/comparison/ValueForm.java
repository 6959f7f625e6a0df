package io.policyc.comparison;

import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Comparison;
import io.policyc.simulator.Literals;
import io.policyc.vocabulary.KeyType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the service compares a value as AWS does in real calls. It refuses values that are none of their type; it compares
 * the text of numbers and dates in a form of its own; a text that is no number equals nothing under NumericNotEquals, and a
 * date is never a number (all observed, September 2026).
 */
final class ValueForm {
    private static final Pattern EPOCH = Pattern.compile("[0-9]{5,12}");
    private static final Pattern DATE_TEXT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");

    private ValueForm() {}

    /** The type to send a value under: seconds since 1970 are a number, which date operators take as well. */
    static KeyType.Values sent(KeyType.Values declared, String value) {
        boolean seconds =
                declared == KeyType.Values.DATE && EPOCH.matcher(value).matches();
        return seconds ? KeyType.Values.NUMERIC : declared;
    }

    /** What is in the way of a value that policies compare in some ways; empty if nothing is. */
    static Optional<Obstacle> obstacle(KeyType.Values type, String value, ImmutableSet<Comparison.Family> uses) {
        if (!isText(type) && !Literals.isWellFormedInRequest(value, type.family())) {
            return Optional.of(Obstacle.MALFORMED_VALUE);
        }
        return uses.stream()
                .filter(use -> use != type.family() && use != Comparison.Family.NULL)
                .flatMap(use -> obstacle(type, value, use).stream())
                .findFirst();
    }

    private static Optional<Obstacle> obstacle(KeyType.Values type, String value, Comparison.Family use) {
        return switch (use) {
            case NUMERIC -> unless(isText(type) && Literals.isWellFormedInRequest(value, use));
            case DATE ->
                unless(type != KeyType.Values.NUMERIC || EPOCH.matcher(value).matches());
            default -> isItsOwnText(type, value) ? Optional.empty() : Optional.of(Obstacle.VALUE_TEXT);
        };
    }

    private static Optional<Obstacle> unless(boolean fine) {
        return fine ? Optional.empty() : Optional.of(Obstacle.MALFORMED_VALUE);
    }

    /** The service has no type for ARNs, and takes any text for one. */
    private static boolean isText(KeyType.Values type) {
        return type == KeyType.Values.STRING || type == KeyType.Values.ARN;
    }

    private static boolean isItsOwnText(KeyType.Values type, String value) {
        return switch (type) {
            case NUMERIC -> {
                BigDecimal number = new BigDecimal(value);
                yield number.toString().equals(value) && number.toPlainString().equals(value);
            }
            case DATE -> DATE_TEXT.matcher(value).matches();
            case BOOL -> value.equals("true") || value.equals("false");
            case STRING, ARN, IP_ADDRESS, BINARY -> true;
        };
    }
}
