package io.policyc.glob;

import java.util.BitSet;
import java.util.List;

/**
 * Puts a {@link Glob} together piece by piece; for patterns in which some wildcards stop at a colon, and in which
 * substituted text is literal whatever it holds.
 */
public final class GlobBuilder {
    /** Whether a wildcard matches a colon. */
    public enum Colon {
        CROSSED,
        NOT_CROSSED
    }

    /** The units that the pattern consumes: characters, or {@code ?} for those that are in one of the two sets. */
    private final StringBuilder units = new StringBuilder();

    private final BitSet freeAnyUnits = new BitSet();
    private final BitSet boundedAnyUnits = new BitSet();
    private final BitSet freeStars = new BitSet();
    private final BitSet boundedStars = new BitSet();

    public GlobBuilder literal(char character) {
        units.append(character);
        return this;
    }

    public GlobBuilder literal(String text) {
        units.append(text);
        return this;
    }

    /** {@code ?}. */
    public GlobBuilder anyUnit(Colon colon) {
        (colon == Colon.CROSSED ? freeAnyUnits : boundedAnyUnits).set(units.length());
        units.append('?');
        return this;
    }

    /** {@code *}. */
    public GlobBuilder anyRun(Colon colon) {
        (colon == Colon.CROSSED ? freeStars : boundedStars).set(units.length());
        return this;
    }

    /** Adds a pattern in which {@code *} and {@code ?} match every unit. */
    public GlobBuilder pattern(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> anyRun(Colon.CROSSED);
                case '?' -> anyUnit(Colon.CROSSED);
                default -> literal(c);
            }
        }
        return this;
    }

    public Glob build() {
        return new Glob(this);
    }

    /** Whether this pattern surely matches whatever the other one does; false may also be that it cannot be told. */
    public boolean covers(GlobBuilder narrow, Effort effort) {
        return PatternPair.covers(this, narrow, effort);
    }

    /** Whether surely no text is matched by both; false only if some text is, or the effort is spent. */
    public boolean excludes(GlobBuilder other, Effort effort) {
        return PatternPair.excludes(this, other, effort);
    }

    /** The text before the first wildcard. */
    public String literalPrefix() {
        int end = units.length();
        for (BitSet wildcards : List.of(freeAnyUnits, boundedAnyUnits, freeStars, boundedStars)) {
            int first = wildcards.nextSetBit(0);
            end = first < 0 ? end : Math.min(end, first);
        }
        return units.substring(0, end);
    }

    /** How many units a text must have that matches; stars take none. */
    public int size() {
        return units.length();
    }

    /** Words of bits for the states, which are one more than the units. */
    int words() {
        return units.length() / Long.SIZE + 1;
    }

    boolean isLiteral() {
        return freeAnyUnits.isEmpty() && boundedAnyUnits.isEmpty();
    }

    boolean hasNoStar() {
        return freeStars.isEmpty() && boundedStars.isEmpty();
    }

    boolean onlyStarIsLastAndFree() {
        return boundedStars.isEmpty() && freeStars.cardinality() == 1 && freeStars.get(units.length());
    }

    /** The units as text, without stars. */
    String text() {
        return units.toString();
    }

    /** The text after the last wildcard, by which most texts are told apart before any state is advanced. */
    public String literalSuffix() {
        int afterStars = Math.max(freeStars.length(), boundedStars.length()) - 1;
        int afterUnits = Math.max(freeAnyUnits.length(), boundedAnyUnits.length());
        return units.substring(Math.max(afterStars, afterUnits));
    }

    boolean isAny(int unit) {
        return freeAnyUnits.get(unit) || boundedAnyUnits.get(unit);
    }

    boolean isFreeAny(int unit) {
        return freeAnyUnits.get(unit);
    }

    char character(int unit) {
        return units.charAt(unit);
    }

    boolean hasFreeStar(int state) {
        return freeStars.get(state);
    }

    boolean hasBoundedStar(int state) {
        return boundedStars.get(state);
    }

    /** The same pattern with every letter in lower case, unit by unit. */
    GlobBuilder inLowerCase() {
        GlobBuilder lower = new GlobBuilder();
        for (int unit = 0; unit < units.length(); unit++) {
            lower.literal(Character.toLowerCase(units.charAt(unit)));
        }
        lower.freeAnyUnits.or(freeAnyUnits);
        lower.boundedAnyUnits.or(boundedAnyUnits);
        lower.freeStars.or(freeStars);
        lower.boundedStars.or(boundedStars);
        return lower;
    }

    /** The states that every character leads to, or that a colon does. */
    long[] anyUnits(boolean atColon) {
        long[] any = new long[words()];
        freeAnyUnits.stream().forEach(unit -> Bits.set(any, unit + 1));
        if (!atColon) {
            boundedAnyUnits.stream().forEach(unit -> Bits.set(any, unit + 1));
        }
        return any;
    }

    /** The states that a unit may leave as they are: those with a star, at a colon only those with a free one. */
    long[] loops(boolean atColon) {
        long[] loops = new long[words()];
        freeStars.stream().forEach(state -> Bits.set(loops, state));
        if (!atColon) {
            boundedStars.stream().forEach(state -> Bits.set(loops, state));
        }
        return loops;
    }
}
