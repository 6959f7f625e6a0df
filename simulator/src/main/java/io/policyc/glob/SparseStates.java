package io.policyc.glob;

/**
 * States of long patterns with many characters. Of what a character leads to only the words that are not empty are kept,
 * and {@code ?} once for all characters; so the tables grow as the pattern does, and a step takes a little longer.
 */
final class SparseStates implements States {
    private final Alphabet alphabet;
    private final int last;
    private final int words;
    private final int[] rowStarts;
    private final int[] rowWords;
    private final long[] rowBits;
    private final long[] any;
    private final long[] anyAtColon;
    private final long[] loops;
    private final long[] loopsAtColon;

    SparseStates(GlobBuilder builder, Alphabet alphabet) {
        this.alphabet = alphabet;
        this.last = builder.size();
        this.words = builder.words();
        this.any = builder.anyUnits(false);
        this.anyAtColon = builder.anyUnits(true);
        this.loops = builder.loops(false);
        this.loopsAtColon = builder.loops(true);
        this.rowStarts = rowStarts(builder);
        this.rowWords = new int[rowStarts[alphabet.rows()]];
        this.rowBits = new long[rowWords.length];
        int[] ends = rowStarts.clone();
        for (int unit = 0; unit < last; unit++) {
            if (!builder.isAny(unit)) {
                int row = alphabet.row(builder.character(unit));
                int word = (unit + 1) / Long.SIZE;
                if (ends[row] == rowStarts[row] || rowWords[ends[row] - 1] != word) {
                    rowWords[ends[row]++] = word;
                }
                rowBits[ends[row] - 1] |= 1L << (unit + 1);
            }
        }
    }

    /** A row has as many entries as there are words in which its character stands. */
    private int[] rowStarts(GlobBuilder builder) {
        int[] starts = new int[alphabet.rows() + 1];
        int[] wordsSeen = new int[alphabet.rows()];
        for (int unit = 0; unit < last; unit++) {
            if (!builder.isAny(unit)) {
                int row = alphabet.row(builder.character(unit));
                int seen = (unit + 1) / Long.SIZE + 1;
                if (wordsSeen[row] < seen) {
                    wordsSeen[row] = seen;
                    starts[row + 1]++;
                }
            }
        }
        for (int row = 1; row < starts.length; row++) {
            starts[row] += starts[row - 1];
        }
        return starts;
    }

    @Override
    public int size() {
        return rowStarts.length + rowWords.length + rowBits.length + 4 * words;
    }

    @Override
    public boolean accept(String text, StepCounter counter) {
        long[] states = start();
        for (int i = 0; i < text.length(); i++) {
            if (!advance(states, text.charAt(i), counter)) {
                return false;
            }
        }
        return (states[last / Long.SIZE] >>> last & 1) != 0;
    }

    /** The states before any text: the first one. */
    long[] start() {
        long[] states = new long[words];
        states[0] = 1;
        return states;
    }

    /** Puts the states after a character in the place of those before it; whether there are any. */
    boolean advance(long[] states, char c, StepCounter counter) {
        long[] anyUnit = c == ':' ? anyAtColon : any;
        long[] loop = c == ':' ? loopsAtColon : loops;
        int row = alphabet.row(c);
        int entry = rowStarts[row];
        int end = rowStarts[row + 1];
        long carry = 0;
        long alive = 0;
        for (int word = 0; word < words; word++) {
            counter.wordStep();
            long wanted = anyUnit[word];
            if (entry < end && rowWords[entry] == word) {
                wanted |= rowBits[entry++];
            }
            long before = states[word];
            states[word] = ((before << 1 | carry) & wanted) | (before & loop[word]);
            carry = before >>> (Long.SIZE - 1);
            alive |= states[word];
        }
        return alive != 0;
    }

    /** The states that a character leads to from the one before them. */
    long[] ledToBy(char c) {
        long[] bits = (c == ':' ? anyAtColon : any).clone();
        int row = alphabet.row(c);
        for (int entry = rowStarts[row]; entry < rowStarts[row + 1]; entry++) {
            bits[rowWords[entry]] |= rowBits[entry];
        }
        return bits;
    }

    /** The states that a character leaves as they are. */
    long[] keptBy(char c) {
        return (c == ':' ? loopsAtColon : loops).clone();
    }
}
