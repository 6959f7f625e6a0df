package io.policyc.simulator;

/** Lines of a tree, two blanks a level, broken at blanks where they would be wider than a terminal. */
final class TreeText {
    private static final int WIDTH = 100;
    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();

    void line(int depth, String text) {
        int indentation = depth * STEP;
        String rest = text;
        while (indentation + rest.length() > WIDTH) {
            int end = rest.lastIndexOf(' ', WIDTH - indentation);
            if (end <= 0) {
                break;
            }
            append(indentation, rest.substring(0, end));
            rest = rest.substring(end + 1);
            indentation = (depth + 2) * STEP;
        }
        append(indentation, rest);
    }

    /** A line of parts that stay together; the last ones move to lines of their own where they do not fit. */
    void line(int depth, String text, String more, String place) {
        String joined = join(join(text, more), place);
        if (depth * STEP + joined.length() <= WIDTH) {
            line(depth, joined);
        } else {
            line(depth, join(text, place));
            if (!more.isEmpty()) {
                line(depth + 2, more);
            }
        }
    }

    private void append(int indentation, String text) {
        out.append(" ".repeat(indentation)).append(text).append('\n');
    }

    private static String join(String text, String more) {
        return more.isEmpty() ? text : text + " " + more;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
