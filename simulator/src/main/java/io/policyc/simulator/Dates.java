package io.policyc.simulator;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as AWS reads them: year, month, day, time with or without seconds and fraction, {@code Z}, an offset or no zone
 * (UTC); or seconds since 1970. Compared in milliseconds, truncated. Four digits alone are a year here; AWS takes them,
 * and as what is not known.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C profile of ISO 8601</a>
 */
final class Dates {
    private static final Pattern ISO = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
            + "(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]+))?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?");
    private static final Pattern EPOCH = Pattern.compile("\\+?[0-9]{1,12}");
    private static final int MILLIS = 1_000;

    private Dates() {}

    /** Milliseconds since 1970 in UTC; empty if the text is no date. */
    static Optional<Long> parseMillis(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return isoMillis(iso);
        }
        return EPOCH.matcher(text).matches() ? Optional.of(Long.parseLong(text) * MILLIS) : Optional.empty();
    }

    /** Whether a text may be a year or seconds since 1970. */
    static boolean isFourDigits(String text) {
        return text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Long> isoMillis(Matcher iso) {
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(iso, 1, 0),
                    number(iso, 2, 1),
                    number(iso, 3, 1),
                    number(iso, 4, 0),
                    number(iso, 5, 0),
                    number(iso, 6, 0));
            String zone = iso.group(8);
            ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
            return Optional.of(time.toEpochSecond(offset) * MILLIS + millis(iso.group(7)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher iso, int group, int otherwise) {
        return iso.group(group) == null ? otherwise : Integer.parseInt(iso.group(group));
    }

    private static int millis(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
    }
}
