package io.policyc.cli;

import io.policyc.finding.Printable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of the user's that is looked for in names. The search may take so many steps in all and no more, so
 * that an expression which tries every way there is does not run for ever.
 */
final class NamePattern {
    /** A few seconds; names that are found without trying again and again take some hundred steps each. */
    private static final long MOST_STEPS = 200_000_000;

    /** A repetition of nothing takes time without looking at a character. */
    private static final long MOST_REPETITIONS = 10_000;

    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,9})");
    private static final Pattern ANY_REPETITION = Pattern.compile("\\{[0-9]{10}");

    private final String option;
    private final Pattern pattern;
    private long steps;

    private NamePattern(String option, Pattern pattern) {
        this.option = option;
        this.pattern = pattern;
    }

    /** @throws UsageException if it is no regular expression, or one that is too much */
    static NamePattern of(String option, String text) {
        try {
            NamePattern pattern = new NamePattern(option, Pattern.compile(text));
            if (repetitions(text) > MOST_REPETITIONS) {
                throw pattern.tooMuch();
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            String position = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            String reason = e.getDescription();
            throw new UsageException(option + " " + Printable.quoted(text) + " is not a regular expression: "
                    + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1) + position);
        } catch (StackOverflowError e) {
            throw new UsageException(option + " takes a regular expression that is nested less deep");
        }
    }

    /** Whether a part of the name matches. Not thread-safe. */
    boolean isIn(String name) {
        try {
            return pattern.matcher(new Counted(name, 0, name.length())).find();
        } catch (StackOverflowError e) {
            throw tooMuch();
        }
    }

    private UsageException tooMuch() {
        return new UsageException(option + " " + Printable.quoted(pattern.pattern())
                + " takes too many steps to look for; repeat less within what is repeated");
    }

    /** How often the counted repetitions repeat at least, one within the other. */
    private static long repetitions(String text) {
        if (ANY_REPETITION.matcher(text).find()) {
            return Long.MAX_VALUE;
        }
        long product = 1;
        Matcher counts = REPETITION.matcher(text);
        while (counts.find() && product <= MOST_REPETITIONS) {
            product *= Math.max(1, Long.parseLong(counts.group(1)));
        }
        return product;
    }

    /** A name that counts how often it is looked at. */
    private final class Counted implements CharSequence {
        private final String text;
        private final int start;
        private final int end;

        Counted(String text, int start, int end) {
            this.text = text;
            this.start = start;
            this.end = end;
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            steps++;
            if (steps > MOST_STEPS) {
                throw tooMuch();
            }
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, start + from, start + to);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
