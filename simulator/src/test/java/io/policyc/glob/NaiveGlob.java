package io.policyc.glob;

/** Patterns as tests write them, matched unit by unit in the plainest way. */
final class NaiveGlob {
    /** A star and a question mark that stop at a colon, in the patterns of tests only. */
    static final char BOUNDED_STAR = '⁂';

    static final char BOUNDED_UNIT = '⸮';

    private NaiveGlob() {}

    static GlobBuilder builder(String pattern) {
        GlobBuilder builder = new GlobBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            switch (c) {
                case '*' -> builder.anyRun(GlobBuilder.Colon.CROSSED);
                case '?' -> builder.anyUnit(GlobBuilder.Colon.CROSSED);
                case BOUNDED_STAR -> builder.anyRun(GlobBuilder.Colon.NOT_CROSSED);
                case BOUNDED_UNIT -> builder.anyUnit(GlobBuilder.Colon.NOT_CROSSED);
                default -> builder.literal(c);
            }
        }
        return builder;
    }

    static boolean isStar(char c) {
        return c == '*' || c == BOUNDED_STAR;
    }

    static boolean matches(String pattern, String text) {
        return matchedBeginnings(pattern, text)[text.length()];
    }

    /** For each length, whether the pattern matches that much of the text. */
    static boolean[] matchedBeginnings(String pattern, String text) {
        boolean[] before = new boolean[text.length() + 1];
        before[0] = true;
        for (int p = 0; p < pattern.length(); p++) {
            boolean star = isStar(pattern.charAt(p));
            boolean[] after = new boolean[text.length() + 1];
            after[0] = star && before[0];
            for (int t = 0; t < text.length(); t++) {
                boolean taken = takes(pattern.charAt(p), text.charAt(t));
                after[t + 1] = star ? before[t + 1] || (after[t] && taken) : before[t] && taken;
            }
            before = after;
        }
        return before;
    }

    static boolean takes(char inPattern, char inText) {
        return switch (inPattern) {
            case '*', '?' -> true;
            case BOUNDED_STAR, BOUNDED_UNIT -> inText != ':';
            default -> inPattern == inText;
        };
    }
}
