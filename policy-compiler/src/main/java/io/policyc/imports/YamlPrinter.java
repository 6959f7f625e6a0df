package io.policyc.imports;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.imports.YamlTree.Entries;
import io.policyc.imports.YamlTree.Entry;
import io.policyc.imports.YamlTree.Items;
import io.policyc.imports.YamlTree.Nothing;
import io.policyc.imports.YamlTree.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes YAML in block style: one entry or item a line, two blanks an indentation. Text is plain where no reader of YAML
 * could take it for something else, and in double quotes otherwise. Jackson's own writer knows no comments.
 *
 * @see <a href="https://yaml.org/spec/1.1/">YAML 1.1</a>
 */
final class YamlPrinter {
    /** No blank, no character that means something to YAML in the place where it may stand here. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z(][A-Za-z0-9()*?_./+=@:-]*[A-Za-z0-9()*?_./+=@-]|[A-Za-z]");

    /** Words that YAML 1.1 takes for a boolean or for nothing; {@code true} and {@code false} are read as the same text. */
    private static final ImmutableSet<String> WORDS = ImmutableSet.of("yes", "no", "on", "off", "y", "n", "null");

    private static final ImmutableSet<String> BOOLEANS = ImmutableSet.of("true", "false");

    private final StringBuilder text = new StringBuilder();

    private YamlPrinter() {}

    static String print(Entries map) {
        YamlPrinter printer = new YamlPrinter();
        printer.entries(map, "");
        return printer.text.toString();
    }

    private void entries(Entries map, String indent) {
        boolean first = true;
        for (Entry entry : map.entries()) {
            text.append(first ? "" : indent).append(scalar(entry.key())).append(':');
            value(entry, indent);
            first = false;
        }
    }

    private void value(Entry entry, String indent) {
        String deeper = indent + "  ";
        if (entry.value() instanceof Text scalar) {
            text.append(' ').append(scalar(scalar.text()));
        }
        entry.comment().ifPresent(comment -> text.append(" # ").append(Printable.line(comment)));
        text.append('\n');
        if (entry.value() instanceof Entries map) {
            text.append(deeper);
            entries(map, deeper);
        } else if (entry.value() instanceof Items items) {
            items(items, deeper);
        }
    }

    private void items(Items items, String indent) {
        for (YamlTree item : items.items()) {
            text.append(indent).append("- ");
            if (item instanceof Entries map) {
                entries(map, indent + "  ");
            } else if (item instanceof Text scalar) {
                text.append(scalar(scalar.text())).append('\n');
            } else {
                throw new IllegalArgumentException("no list of " + (item instanceof Nothing ? "nothing" : "lists"));
            }
        }
    }

    private static String scalar(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean word = WORDS.contains(lower) || (BOOLEANS.contains(lower) && !BOOLEANS.contains(text));
        boolean plain = !word && PLAIN.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').append((char) point);
            } else if ((point >= ' ' && point <= '~') || (point > 0xA0 && point <= 0xFF && point != 0xAD)) {
                quoted.append((char) point);
            } else {
                quoted.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
            }
        });
        return quoted.append('"').toString();
    }
}
