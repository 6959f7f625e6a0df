package io.policyc.finding;

import io.policyc.source.SourceSpan;
import java.util.List;
import java.util.Locale;

/**
 * Prints findings for people: a headline, the place, the line with the range underlined, and the help.
 *
 * <pre>
 * error[policy.unknown-element] unknown element `Acton`
 *   dist/deny.json:4:7
 *    4 |       "Acton": "*",
 *      |       ^^^^^^^
 *   help: did you mean `Action`?
 * </pre>
 */
public final class FindingPrinter {
    private static final int WIDEST = 120;

    private final boolean colours;

    private FindingPrinter(boolean colours) {
        this.colours = colours;
    }

    public static FindingPrinter plain() {
        return new FindingPrinter(false);
    }

    /** With ANSI colours, for a terminal. */
    public static FindingPrinter coloured() {
        return new FindingPrinter(true);
    }

    /** All findings in their order, each followed by a line break. */
    public String print(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        findings.forEach(finding -> print(finding, out));
        return out.toString();
    }

    private void print(Finding finding, StringBuilder out) {
        String head = finding.severity().word() + "[" + finding.id().name() + "]";
        out.append(paint(head, colour(finding.severity()))).append(' ').append(Printable.escaped(finding.message()));
        out.append('\n');
        finding.span().ifPresent(span -> frame(span, finding.severity(), out));
        finding.help()
                .ifPresent(help ->
                        out.append("  help: ").append(Printable.escaped(help)).append('\n'));
    }

    /** The place and the line it is in, of a long line only the part around the place. */
    private void frame(SourceSpan span, Severity severity, StringBuilder out) {
        out.append("  ").append(Printable.escaped(span.toString())).append('\n');
        String line = span.source().line(span.line());
        if (line.isEmpty()) {
            return;
        }
        int from = Math.max(0, Math.min(span.column() - 1 - WIDEST / 3, line.length() - WIDEST));
        int to = Math.min(line.length(), from + WIDEST);
        String shown = visible(line.substring(from, to));
        int start = Math.min(Math.max(span.column() - 1 - from, 0), shown.length());
        int end = span.endLine() > span.line() ? shown.length() : Math.min(span.endColumn() - 1 - from, shown.length());
        int width = Math.max(1, end - start);
        String number = String.format(Locale.ROOT, "%4d", span.line());
        out.append(number).append(" | ").append(shown).append('\n');
        out.append(" ".repeat(number.length())).append(" | ").append(" ".repeat(start));
        out.append(paint("^".repeat(width), colour(severity))).append('\n');
    }

    /** One column for each UTF-16 unit, so that the underline stands where it should; blanks for what is not printed. */
    private static String visible(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String character = Character.toString(line.codePointAt(i));
            boolean printed = Printable.escaped(character).equals(character);
            shown.append(printed ? character : " ");
        }
        return shown.toString();
    }

    private String paint(String text, String colour) {
        return colours ? colour + text + "\u001b[0m" : text;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001b[1;31m";
            case WARNING -> "\u001b[1;33m";
            case INFO -> "\u001b[1;36m";
        };
    }
}
