package io.policyc.glob;

import java.util.Arrays;
import java.util.TreeSet;

/** The characters that a pattern tells apart, each with the number of its row in a table; row 0 is for all others. */
final class Alphabet {
    private static final int ASCII = 128;

    private final char[] sorted;
    private final char[] asciiRows = new char[ASCII];

    /** The characters of a pattern, and the colon. */
    Alphabet(GlobBuilder builder) {
        TreeSet<Character> characters = new TreeSet<>();
        characters.add(':');
        for (int unit = 0; unit < builder.size(); unit++) {
            if (!builder.isAny(unit)) {
                characters.add(builder.character(unit));
            }
        }
        this.sorted = new char[characters.size()];
        int rows = 0;
        for (char c : characters) {
            sorted[rows++] = c;
            if (c < ASCII) {
                asciiRows[c] = (char) rows;
            }
        }
    }

    int rows() {
        return sorted.length + 1;
    }

    int row(char c) {
        if (c < ASCII) {
            return asciiRows[c];
        }
        int at = Arrays.binarySearch(sorted, c);
        return at < 0 ? 0 : at + 1;
    }
}
