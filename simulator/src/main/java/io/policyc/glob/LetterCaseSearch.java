package io.policyc.glob;

import io.policyc.glob.GlobMiss.Reason;
import java.util.Optional;

/**
 * Where a text matches a pattern but for letter case: the first character that differs, of the way to lay the pattern on the
 * text that comes furthest without a difference.
 */
final class LetterCaseSearch {
    /** Words of states that are kept at once, 2 MiB of them. */
    private static final long LONGEST = 1L << 18;

    private LetterCaseSearch() {}

    /** Empty if more than letter case differs, or nothing, or if the two are very long. */
    static Optional<GlobMiss> of(GlobBuilder pattern, String text) {
        GlobBuilder lower = pattern.inLowerCase();
        String lowerText = inLowerCase(text);
        int words = pattern.words();
        if ((text.length() + 1L) * words > LONGEST || !lower.build().matches(lowerText)) {
            return Optional.empty();
        }
        long[][] completed = completed(lower, lowerText);
        SparseStates table = new SparseStates(pattern, new Alphabet(pattern));
        SparseStates lowerTable = new SparseStates(lower, new Alphabet(lower));
        long[] states = table.start();
        int unit = -1;
        int offset = -1;
        for (int i = 0; i < text.length(); i++) {
            long[] differing = Bits.shiftedUp(states);
            Bits.retain(differing, lowerTable.ledToBy(lowerText.charAt(i)));
            Bits.remove(differing, table.ledToBy(text.charAt(i)));
            Bits.retain(differing, completed[i + 1]);
            int highest = Bits.highest(differing) - 1;
            if (highest > unit) {
                unit = highest;
                offset = i;
            }
            table.advance(states, text.charAt(i), StepCounter.NONE);
        }
        return unit < 0 ? Optional.empty() : Optional.of(GlobMiss.at(Reason.LETTER_CASE, pattern, unit, text, offset));
    }

    /** For each offset the states from which the rest of the text leads to the end of the pattern. */
    private static long[][] completed(GlobBuilder pattern, String text) {
        SparseStates table = new SparseStates(pattern, new Alphabet(pattern));
        long[][] completed = new long[text.length() + 1][];
        completed[text.length()] = new long[pattern.words()];
        Bits.set(completed[text.length()], pattern.size());
        for (int i = text.length() - 1; i >= 0; i--) {
            long[] after = completed[i + 1];
            long[] stepped = table.ledToBy(text.charAt(i));
            Bits.retain(stepped, after);
            long[] before = table.keptBy(text.charAt(i));
            Bits.retain(before, after);
            Bits.add(before, Bits.shiftedDown(stepped));
            completed[i] = before;
        }
        return completed;
    }

    private static String inLowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append(Character.toLowerCase((char) c)));
        return lower.toString();
    }
}
