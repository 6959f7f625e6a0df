package io.policyc.glob;

/** States with one table of all that each character leads to: its size is that of the alphabet times that of the pattern. */
final class DenseStates implements States {
    private final Alphabet alphabet;
    private final int last;
    private final int words;
    private final long[] steps;
    private final long[] loops;
    private final long[] loopsAtColon;

    DenseStates(GlobBuilder builder, Alphabet alphabet) {
        this.alphabet = alphabet;
        this.last = builder.size();
        this.words = builder.words();
        this.steps = new long[alphabet.rows() * words];
        long[] any = builder.anyUnits(false);
        for (int row = 0; row < alphabet.rows(); row++) {
            System.arraycopy(any, 0, steps, row * words, words);
        }
        System.arraycopy(builder.anyUnits(true), 0, steps, alphabet.row(':') * words, words);
        for (int unit = 0; unit < last; unit++) {
            if (!builder.isAny(unit)) {
                int row = alphabet.row(builder.character(unit));
                steps[row * words + (unit + 1) / Long.SIZE] |= 1L << (unit + 1);
            }
        }
        this.loops = builder.loops(false);
        this.loopsAtColon = builder.loops(true);
    }

    @Override
    public int size() {
        return steps.length + loops.length + loopsAtColon.length;
    }

    @Override
    public boolean accept(String text, StepCounter counter) {
        return words == 1 ? acceptInOneWord(text, counter) : acceptInWords(text, counter);
    }

    private boolean acceptInOneWord(String text, StepCounter counter) {
        long states = 1;
        for (int i = 0; i < text.length(); i++) {
            counter.wordStep();
            char c = text.charAt(i);
            long loop = c == ':' ? loopsAtColon[0] : loops[0];
            states = ((states << 1) & steps[alphabet.row(c)]) | (states & loop);
            if (states == 0) {
                return false;
            }
        }
        return (states >>> last & 1) != 0;
    }

    private boolean acceptInWords(String text, StepCounter counter) {
        long[] states = new long[words];
        states[0] = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            long[] loop = c == ':' ? loopsAtColon : loops;
            int row = alphabet.row(c) * words;
            long carry = 0;
            long alive = 0;
            for (int word = 0; word < words; word++) {
                counter.wordStep();
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
}
