package io.policyc.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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

    /** A unit that the pattern consumes: a character, or any. */
    private record Unit(boolean any, char character, Colon colon) {}

    private final List<Unit> units = new ArrayList<>();
    private final TreeSet<Integer> freeStars = new TreeSet<>();
    private final TreeSet<Integer> boundedStars = new TreeSet<>();

    public GlobBuilder literal(char character) {
        units.add(new Unit(false, character, Colon.CROSSED));
        return this;
    }

    public GlobBuilder literal(String text) {
        text.chars().forEach(c -> literal((char) c));
        return this;
    }

    /** {@code ?}. */
    public GlobBuilder anyUnit(Colon colon) {
        units.add(new Unit(true, '?', colon));
        return this;
    }

    /** {@code *}. */
    public GlobBuilder anyRun(Colon colon) {
        (colon == Colon.CROSSED ? freeStars : boundedStars).add(units.size());
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

    int size() {
        return units.size();
    }

    /** Words of bits for the states, which are one more than the units. */
    int words() {
        return units.size() / Long.SIZE + 1;
    }

    boolean isLiteral() {
        return units.stream().noneMatch(Unit::any);
    }

    boolean hasNoStar() {
        return freeStars.isEmpty() && boundedStars.isEmpty();
    }

    boolean onlyStarIsLastAndFree() {
        return boundedStars.isEmpty() && freeStars.size() == 1 && freeStars.first() == units.size();
    }

    /** The units as text, without stars. */
    String text() {
        StringBuilder text = new StringBuilder(units.size());
        units.forEach(unit -> text.append(unit.character()));
        return text.toString();
    }

    /** The text after the last wildcard, by which most texts are told apart before any state is advanced. */
    String literalSuffix() {
        int after = 0;
        for (TreeSet<Integer> stars : List.of(freeStars, boundedStars)) {
            after = stars.isEmpty() ? after : Math.max(after, stars.last());
        }
        int start = units.size();
        while (start > after && !units.get(start - 1).any()) {
            start--;
        }
        StringBuilder text = new StringBuilder();
        units.subList(start, units.size()).forEach(unit -> text.append(unit.character()));
        return text.toString();
    }

    boolean isAny(int unit) {
        return units.get(unit).any();
    }

    char character(int unit) {
        return units.get(unit).character();
    }

    boolean hasFreeStar(int state) {
        return freeStars.contains(state);
    }

    boolean hasBoundedStar(int state) {
        return boundedStars.contains(state);
    }

    /** The same pattern with every letter in lower case, unit by unit. */
    GlobBuilder inLowerCase() {
        GlobBuilder lower = new GlobBuilder();
        units.forEach(
                unit -> lower.units.add(new Unit(unit.any(), Character.toLowerCase(unit.character()), unit.colon())));
        lower.freeStars.addAll(freeStars);
        lower.boundedStars.addAll(boundedStars);
        return lower;
    }

    /** The states that every character leads to, or that a colon does. */
    long[] anyUnits(boolean atColon) {
        long[] any = new long[words()];
        for (int at = 0; at < units.size(); at++) {
            Unit unit = units.get(at);
            if (unit.any() && (unit.colon() == Colon.CROSSED || !atColon)) {
                any[(at + 1) / Long.SIZE] |= 1L << (at + 1);
            }
        }
        return any;
    }

    /** The states that a unit may leave as they are: those with a star, at a colon only those with a free one. */
    long[] loops(boolean atColon) {
        long[] loops = new long[words()];
        freeStars.forEach(state -> loops[state / Long.SIZE] |= 1L << state);
        if (!atColon) {
            boundedStars.forEach(state -> loops[state / Long.SIZE] |= 1L << state);
        }
        return loops;
    }
}
