package io.policyc.register;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import io.policyc.finding.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** The register as a table of Markdown. What users wrote stays text: no markup, no other cell. */
final class RegisterMarkdown {
    private static final Escaper ESCAPER = escaper();

    private RegisterMarkdown() {}

    static String of(ExceptionRegister register) {
        StringBuilder table = new StringBuilder(line(ExceptionRegisterPrinter.COLUMNS));
        table.append(line(
                ExceptionRegisterPrinter.COLUMNS.stream().map(column -> "---").toList()));
        for (RegisteredException exception : register.exceptions()) {
            List<String> cells = ExceptionRegisterPrinter.cells(exception, "").stream()
                    .map(RegisterMarkdown::escaped)
                    .collect(Collectors.toList());
            if (exception.owner().isEmpty()) {
                cells.set(ExceptionRegisterPrinter.COLUMNS.indexOf("owner"), "**nobody**");
            }
            table.append(line(cells));
        }
        return table.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String escaped(String text) {
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
