package io.policyc.finding;

import java.util.Locale;

/**
 * Text from outside made safe to print: control characters (a terminal obeys them) and line breaks become escapes, and
 * what is very long is cut in the middle.
 */
public final class Printable {
    private static final int LONGEST = 300;

    private Printable() {}

    /** The text in one line, at most about {@value #LONGEST} characters, with control characters escaped. */
    public static String line(String text) {
        String shown = text;
        if (text.length() > LONGEST) {
            shown = text.substring(0, cut(text, LONGEST / 2)) + " … "
                    + text.substring(cut(text, text.length() - LONGEST / 3));
        }
        return escaped(shown);
    }

    /** An offset that does not part a surrogate pair. */
    private static int cut(String text, int at) {
        return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)) ? at - 1 : at;
    }

    /** As {@link #line}, in backticks: the user's own words inside a message. */
    public static String quoted(String text) {
        return "`" + line(text) + "`";
    }

    /** The first lines of a text, at most so many characters, of which the last say how many lines are left out. */
    public static String firstLines(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int room = longest - "\n… 2147483647 more lines".length();
        int end = text.lastIndexOf('\n', room);
        if (end < 0) {
            return text.substring(0, cut(text, longest - 2)) + " …";
        }
        return text.substring(0, end) + "\n… " + text.substring(end + 1).lines().count() + " more lines";
    }

    /** The whole text with control characters escaped, whatever its length. */
    public static String escaped(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (obeyed(c) || unpaired(text, i)) {
                if (safe == null) {
                    safe = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                safe.append(escape(c));
            } else if (safe != null) {
                safe.append(c);
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean unpaired(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** C0 and C1 controls, line separators, the characters that reorder text, and those that XML cannot hold. */
    private static boolean obeyed(char c) {
        return Character.isISOControl(c)
                || c == '\u061C'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFEFF'
                || c == '\uFFFE'
                || c == '\uFFFF';
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }
}
