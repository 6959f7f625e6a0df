package io.policyc.node;

import com.google.common.base.CharMatcher;
import io.policyc.finding.Printable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes CSV as RFC 4180 has it, https://www.rfc-editor.org/rfc/rfc4180: commas, lines that end with CR LF, quotes doubled.
 * No cell is a formula to a spreadsheet.
 */
public final class CsvText {
    /**
     * A spreadsheet takes a cell that starts like this for a formula, and runs it
     * (https://owasp.org/www-community/attacks/CSV_Injection); control characters are made visible before. The wide forms
     * are what Excel reads as the narrow ones.
     */
    private static final CharMatcher FORMULA = CharMatcher.anyOf("=+-@\uFF1D\uFF0B\uFF0D\uFF20");

    /** The semicolon and the tab separate cells in the spreadsheets of some countries. */
    private static final CharMatcher QUOTED = CharMatcher.anyOf(",;\t\"");

    private CsvText() {}

    /** The cells of one line, with its line break. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String shown = Printable.escaped(text);
        String harmless = startsFormula(shown) ? "'" + shown : shown;
        return QUOTED.matchesAnyOf(harmless) ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** White space before the sign does not save every spreadsheet. */
    private static boolean startsFormula(String text) {
        String trimmed = CharMatcher.whitespace().trimLeadingFrom(text);
        return !trimmed.isEmpty() && FORMULA.matches(trimmed.charAt(0));
    }
}
