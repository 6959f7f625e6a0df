package io.policyc.glob;

import java.util.ArrayList;
import java.util.Arrays;
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

    public Glob build() {
        return new Glob(this);
    }

    int size() {
        return units.size();
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

    /** The units as text; only for patterns without {@code ?}. */
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

    /** The characters that the pattern tells apart, sorted: its own, and the colon. */
    char[] alphabet() {
        TreeSet<Character> characters = new TreeSet<>();
        characters.add(':');
        units.stream().filter(unit -> !unit.any()).forEach(unit -> characters.add(unit.character()));
        char[] sorted = new char[characters.size()];
        int i = 0;
        for (char c : characters) {
            sorted[i++] = c;
        }
        return sorted;
    }

    /** Row 0 for every other unit, row i + 1 for character i of the alphabet: the states that the unit leads to. */
    long[] steps(char[] alphabet, int words) {
        long[] steps = new long[(alphabet.length + 1) * words];
        for (int at = 0; at < units.size(); at++) {
            Unit unit = units.get(at);
            int word = (at + 1) / Long.SIZE;
            long bit = 1L << (at + 1);
            if (!unit.any()) {
                steps[(Arrays.binarySearch(alphabet, unit.character()) + 1) * words + word] |= bit;
                continue;
            }
            for (int row = 0; row <= alphabet.length; row++) {
                boolean colon = row > 0 && alphabet[row - 1] == ':';
                if (!colon || unit.colon() == Colon.CROSSED) {
                    steps[row * words + word] |= bit;
                }
            }
        }
        return steps;
    }

    /** The states that a unit may leave as they are: those with a star, at a colon only those with a free one. */
    long[] loops(int words, boolean atColon) {
        long[] loops = new long[words];
        freeStars.forEach(state -> loops[state / Long.SIZE] |= 1L << state);
        if (!atColon) {
            boundedStars.forEach(state -> loops[state / Long.SIZE] |= 1L << state);
        }
        return loops;
    }
}
