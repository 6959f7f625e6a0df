package io.policyc.glob;

import java.util.Arrays;

/**
 * A wildcard pattern, compiled: {@code *} is any run of UTF-16 units, {@code ?} exactly one, everything else itself, and
 * the whole text must match.
 *
 * <p>The pattern is a chain of states, one after each unit that it consumes; a star is a loop on a state. All states are
 * advanced at once as bits of words (shift-and), so a match costs at most text x (pattern / 64 + 1) word steps, whatever
 * the stars, and never goes back. Patterns without a star inside are compared as text. Immutable and thread-safe.
 */
public final class Glob {
    private final Plain plain;
    private final String prefix;
    private final String suffix;
    private final int words;
    private final int last;
    private final char[] alphabet;
    private final byte[] asciiClass;
    private final long[] steps;
    private final long[] loops;
    private final long[] loopsAtColon;

    /** Patterns that need no states. */
    private enum Plain {
        NO,
        EXACT,
        ENDS_OPEN
    }

    Glob(GlobBuilder builder) {
        boolean noUnits = builder.isLiteral();
        this.last = builder.size();
        this.prefix = noUnits ? builder.text() : "";
        if (noUnits && builder.hasNoStar()) {
            this.plain = Plain.EXACT;
        } else if (noUnits && builder.onlyStarIsLastAndFree()) {
            this.plain = Plain.ENDS_OPEN;
        } else {
            this.plain = Plain.NO;
        }
        this.suffix = plain == Plain.NO ? builder.literalSuffix() : "";
        this.words = last / Long.SIZE + 1;
        this.alphabet = plain == Plain.NO ? builder.alphabet() : new char[0];
        this.asciiClass = new byte[plain == Plain.NO && alphabet.length < Byte.MAX_VALUE ? 128 : 0];
        for (int i = 0; i < alphabet.length && asciiClass.length > 0; i++) {
            if (alphabet[i] < 128) {
                asciiClass[alphabet[i]] = (byte) (i + 1);
            }
        }
        this.steps = plain == Plain.NO ? builder.steps(alphabet, words) : new long[0];
        this.loops = plain == Plain.NO ? builder.loops(words, false) : new long[0];
        this.loopsAtColon = plain == Plain.NO ? builder.loops(words, true) : new long[0];
    }

    /** A pattern in which {@code *} and {@code ?} are wildcards that match every unit. */
    public static Glob of(String pattern) {
        GlobBuilder builder = new GlobBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> builder.anyRun(GlobBuilder.Colon.CROSSED);
                case '?' -> builder.anyUnit(GlobBuilder.Colon.CROSSED);
                default -> builder.literal(c);
            }
        }
        return builder.build();
    }

    public boolean matches(String text) {
        return switch (plain) {
            case EXACT -> text.equals(prefix);
            case ENDS_OPEN -> text.startsWith(prefix);
            case NO ->
                text.length() >= last
                        && text.endsWith(suffix)
                        && (words == 1 ? matchesOneWord(text) : matchesWords(text));
        };
    }

    private boolean matchesOneWord(String text) {
        long states = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            long loop = c == ':' ? loopsAtColon[0] : loops[0];
            states = ((states << 1) & steps[symbol(c)]) | (states & loop);
            if (states == 0) {
                return false;
            }
        }
        return (states >>> last & 1) != 0;
    }

    private boolean matchesWords(String text) {
        long[] states = new long[words];
        states[0] = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            long[] loop = c == ':' ? loopsAtColon : loops;
            int row = symbol(c) * words;
            long carry = 0;
            long alive = 0;
            for (int word = 0; word < words; word++) {
                long before = states[word];
                states[word] = ((before << 1 | carry) & steps[row + word]) | (before & loop[word]);
                carry = before >>> (Long.SIZE - 1);
                alive |= states[word];
            }
            if (alive == 0) {
                return false;
            }
        }
        return (states[last / Long.SIZE] >>> last & 1) != 0;
    }

    /** The row of a unit in the table of steps; 0 is for all units that the pattern does not name. */
    private int symbol(char c) {
        if (c < asciiClass.length) {
            return asciiClass[c];
        }
        int at = Arrays.binarySearch(alphabet, c);
        return at < 0 ? 0 : at + 1;
    }
}
