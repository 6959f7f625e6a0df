package io.policyc.node;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import io.policyc.finding.Printable;
import java.util.List;

/** Writes tables of GitHub Flavored Markdown, https://github.github.com/gfm/#tables-extension-. */
public final class MarkdownText {
    private static final Escaper ESCAPER = escaper();

    private MarkdownText() {}

    /** The names of the columns and the line under them. */
    public static String header(List<String> columns) {
        return row(columns) + row(columns.stream().map(column -> "---").toList());
    }

    /** A line of cells that are Markdown already. */
    public static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** What users wrote, as text: no markup, no other cell. */
    public static String escaped(String text) {
        return ESCAPER.escape(Printable.escaped(text));
    }

    /** Each character that can start markup, https://github.github.com/gfm/#backslash-escapes. */
    private static Escaper escaper() {
        Escapers.Builder builder = Escapers.builder();
        for (char c : "\\`*_[]|~".toCharArray()) {
            builder.addEscape(c, "\\" + c);
        }
        return builder.addEscape('<', "&lt;").addEscape('&', "&amp;").build();
    }
}
