package io.policyc.glob;

/**
 * A wildcard pattern, compiled: {@code *} is any run of UTF-16 units, {@code ?} exactly one, everything else itself, and
 * the whole text must match.
 *
 * <p>The pattern is a chain of states, one after each unit that it consumes; a star is a loop on a state. All states are
 * advanced at once as bits of words (shift-and), so a match costs at most text x (pattern / 64 + 1) word steps, whatever
 * the stars, and never goes back. Patterns without a star inside are compared as text. Immutable and thread-safe.
 */
public final class Glob {
    /** A table of all characters larger than this, 128 KiB, is not kept whole. */
    private static final int LARGEST_TABLE = 1 << 14;

    private static final States NO_STATES = states(new GlobBuilder());

    private final Plain plain;
    private final String units;
    private final String suffix;
    private final States states;

    /** Patterns that need no states. */
    private enum Plain {
        NO,
        EXACT,
        ENDS_OPEN
    }

    Glob(GlobBuilder builder) {
        this.units = builder.text();
        if (builder.isLiteral() && builder.hasNoStar()) {
            this.plain = Plain.EXACT;
        } else if (builder.isLiteral() && builder.onlyStarIsLastAndFree()) {
            this.plain = Plain.ENDS_OPEN;
        } else {
            this.plain = Plain.NO;
        }
        this.suffix = plain == Plain.NO ? builder.literalSuffix() : "";
        this.states = plain == Plain.NO ? states(builder) : NO_STATES;
    }

    /** A pattern in which {@code *} and {@code ?} are wildcards that match every unit. */
    public static Glob of(String pattern) {
        return new GlobBuilder().pattern(pattern).build();
    }

    public boolean matches(String text) {
        return matches(text, StepCounter.NONE);
    }

    boolean matches(String text, StepCounter counter) {
        return switch (plain) {
            case EXACT -> text.equals(units);
            case ENDS_OPEN -> text.startsWith(units);
            case NO -> text.length() >= units.length() && text.endsWith(suffix) && states.accept(text, counter);
        };
    }

    int tableSize() {
        return states.size();
    }

    private static States states(GlobBuilder builder) {
        Alphabet alphabet = new Alphabet(builder);
        return (long) alphabet.rows() * builder.words() <= LARGEST_TABLE
                ? new DenseStates(builder, alphabet)
                : new SparseStates(builder, alphabet);
    }
}
