package io.policyc.glob;

import io.policyc.glob.GlobMiss.Reason;
import java.util.Optional;

/** Lays a pattern on a text that it does not match, and follows it as far as it comes. */
final class MissSearch {
    /** Word steps; what takes more is not worth the time that it would take to say. */
    private static final long LONGEST = 1L << 26;

    private final GlobBuilder pattern;
    private final String text;

    /** The last state that any part of the text reaches. */
    private int furthest;
    /** How much of the text reaches it first, and last. */
    private int first;

    private int latest;

    private MissSearch(GlobBuilder pattern, String text) {
        this.pattern = pattern;
        this.text = text;
    }

    static Optional<GlobMiss> of(GlobBuilder pattern, String text) {
        if ((long) text.length() * pattern.words() > LONGEST || pattern.build().matches(text)) {
            return Optional.empty();
        }
        return LetterCaseSearch.of(pattern, text).or(() -> Optional.of(new MissSearch(pattern, text).search()));
    }

    private GlobMiss search() {
        SparseStates table = new SparseStates(pattern, new Alphabet(pattern));
        long[] states = table.start();
        boolean alive = true;
        for (int i = 0; i < text.length() && alive; i++) {
            alive = table.advance(states, text.charAt(i), StepCounter.NONE);
            int highest = Bits.highest(states);
            if (highest > furthest) {
                furthest = highest;
                first = i + 1;
            }
            if (highest == furthest) {
                latest = i + 1;
            }
        }
        return miss();
    }

    private GlobMiss miss() {
        if (furthest == pattern.size()) {
            return at(Reason.TEXT_GOES_ON, latest);
        }
        if (first == text.length()) {
            return at(Reason.TEXT_ENDS, first);
        }
        if (pattern.hasFreeStar(furthest)) {
            return at(Reason.NOT_FOUND, first);
        }
        if (pattern.hasBoundedStar(furthest)) {
            int colon = text.indexOf(':', first);
            return colon < 0 ? at(Reason.NOT_FOUND, first) : at(Reason.STOPPED_AT_COLON, colon);
        }
        return at(Reason.OTHER_CHARACTER, first);
    }

    private GlobMiss at(Reason reason, int offset) {
        return GlobMiss.at(reason, pattern, furthest, text, offset);
    }
}
