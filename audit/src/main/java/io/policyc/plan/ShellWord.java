package io.policyc.plan;

import com.google.common.base.CharMatcher;
import io.policyc.finding.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Text as one word of a POSIX shell, in characters that neither a terminal nor a reader takes for something else.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell Command Language</a>
 */
final class ShellWord {
    private static final CharMatcher PLAIN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("_+=,.@:/-"));

    private static final CharMatcher PRINTABLE = CharMatcher.inRange(' ', '~');

    private ShellWord() {}

    /** The word; empty for what no word can be: with a NUL, half a character, or a line break at its end. */
    static Optional<String> of(String text) {
        boolean half = !StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (half || text.indexOf('\0') >= 0 || text.endsWith("\n")) {
            return Optional.empty();
        }
        // A word with = before it is an assignment only where a command may start, and these are arguments.
        if (!text.isEmpty() && PLAIN.matchesAllOf(text)) {
            return Optional.of(text);
        }
        return Optional.of(
                Printable.escaped(text).equals(text) ? "'" + text.replace("'", "'\\''") + "'" : printed(text));
    }

    /** The format starts with no -, which would be an option. What would be obeyed or would reorder the text is told by its bytes; the substitution takes only last line breaks. */
    private static String printed(String text) {
        StringBuilder format = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int value = b & 0xff;
            boolean plain = PRINTABLE.matches((char) value)
                    && "\\%'".indexOf(value) < 0
                    && (value != '-' || format.length() > 0);
            format.append(plain ? String.valueOf((char) value) : String.format(Locale.ROOT, "\\%03o", value));
        }
        return "\"$(printf '" + format + "')\"";
    }
}
