package io.policyc.simulator;

/** Lines of a tree, two blanks a level, broken where they would be wider than a terminal. */
final class TreeText {
    private static final int WIDTH = 100;
    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();

    void line(int depth, String text) {
        out.append(" ".repeat(depth * STEP)).append(text).append('\n');
    }

    /** A line with more behind it, which moves to a line of its own where both together are too wide. */
    void line(int depth, String text, String more) {
        if (depth * STEP + text.length() + 1 + more.length() <= WIDTH) {
            line(depth, text + " " + more);
        } else {
            line(depth, text);
            line(depth + 2, more);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
