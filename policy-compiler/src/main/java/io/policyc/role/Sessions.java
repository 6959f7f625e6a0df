package io.policyc.role;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The longest session of a role, 1 to 12 hours, and of a permission set the same:
 * <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>,
 * <https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html>.
 */
final class Sessions {
    static final Duration DEFAULT = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Pattern FORM =
            Pattern.compile("(?:([1-9]|1[0-2])h(?:([0-5]?[0-9])m)?)|(?:([1-9][0-9]{1,2})m)");

    private Sessions() {}

    /** Empty if the text is not of the form {@code 1h}, {@code 90m} or {@code 1h30m}, or not within the bounds. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(number(matcher, 1)).plusMinutes(number(matcher, 2) + number(matcher, 3)))
                .filter(session -> session.compareTo(DEFAULT) >= 0 && session.compareTo(LONGEST) <= 0);
    }

    private static int number(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).map(Integer::parseInt).orElse(0);
    }
}
