package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.finding.Printable;
import io.policyc.simulator.DecisionPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as a comment in a pull request. What users wrote stands in {@code <code>} elements of HTML blocks and in fences, where
 * GitHub and GitLab see neither markup nor mentions, https://github.github.com/gfm/#html-blocks.
 */
public final class MarkdownReport {
    /** How a later run finds the comment of an earlier one. */
    public static final String MARKER = "<!-- policyc test -->";

    private static final String TABLE =
            "<table>\n<tr><th>file</th><th>tests</th><th>passed</th><th>failed</th><th>errors</th><th>skipped</th></tr>\n";

    /** So that one failure does not take the place of all others. */
    private static final int LONGEST_FAILURE = 16_000;

    private MarkdownReport() {}

    /** The report, and below it a part of Markdown for what else was found out; empty for none. */
    public static String of(ExpectationReport report, String appendix) {
        return of(report, true, appendix);
    }

    /**
     * The same where tests that pass may not be enough.
     *
     * @param enough whether what the part below is about holds; without it the heading does not say that all is well
     */
    public static String of(ExpectationReport report, boolean enough, String appendix) {
        boolean passed = report.isPassed() && enough;
        MarkdownText text = new MarkdownText(head(passed, report.summary()), tail(report, appendix));
        text.list(TABLE, rows(report), "</table>\n", "file");
        List<String> failures = new ArrayList<>();
        for (CaseResult.Failed failure : report.failures()) {
            failures.add(details(
                    failures.isEmpty(),
                    code(failure.test().name()) + "<br>" + code(failure.message()),
                    FailureText.plain(failure)));
        }
        text.parts(failures, "failure");
        text.list("<details><summary>skipped</summary><ul>\n", skipped(report), "</ul></details>\n", "skipped test");
        return text.toString();
    }

    /** A part for the end of a report: a title, and lines that are shown on demand. */
    public static String section(String title, List<String> lines) {
        return details(false, HtmlEscapers.htmlEscaper().escape(title), String.join("\n", lines));
    }

    /** What kept tests from being run. */
    public static String ofFindings(List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        String sum = errors.size() + (errors.size() == 1 ? " error" : " errors") + ", no test was run";
        MarkdownText text = new MarkdownText(head(false, sum), "");
        text.parts(
                errors.stream()
                        .map(finding -> FindingPrinter.plain().print(ImmutableList.of(finding)))
                        .map(found ->
                                fence(found.lines().map(Printable::escaped).collect(Collectors.joining("\n"))))
                        .toList(),
                "error");
        return text.toString();
    }

    private static String head(boolean passed, String sum) {
        return MARKER + "\n### " + (passed ? "✅" : "❌") + " policyc test: " + sum + "\n";
    }

    private static String tail(ExpectationReport report, String appendix) {
        String bases = ExpectationReportPrinter.basesOfAllow(report).stream()
                .map(basis -> "\n" + DecisionPrinter.allowMeans(basis) + "\n")
                .collect(Collectors.joining());
        return bases + (appendix.isEmpty() ? "" : "\n" + appendix.stripTrailing() + "\n");
    }

    /** The files, those with failures first. */
    private static List<String> rows(ExpectationReport report) {
        return report.files().stream()
                .sorted(Comparator.comparing(
                        file -> ReportCounts.of(file.results()).failed() == 0))
                .map(MarkdownReport::row)
                .toList();
    }

    private static String row(FileReport file) {
        ReportCounts counts = ReportCounts.of(file.results());
        return "<tr><td>" + code(file.file().name()) + "</td><td>" + counts.tests() + "</td><td>" + counts.passed()
                + "</td><td>" + counts.failures() + "</td><td>" + counts.errors() + "</td><td>" + counts.skipped()
                + "</td></tr>\n";
    }

    private static List<String> skipped(ExpectationReport report) {
        return report.results().stream()
                .filter(CaseResult.Skipped.class::isInstance)
                .map(CaseResult.Skipped.class::cast)
                .map(test -> "<li>" + code(test.test().name()) + ": " + code(test.reason()) + "</li>\n")
                .toList();
    }

    private static String details(boolean open, String summary, String text) {
        return "<details" + (open ? " open" : "") + "><summary>" + summary + "</summary>\n\n"
                + fence(Printable.firstLines(text, LONGEST_FAILURE)) + "\n</details>\n";
    }

    private static String code(String text) {
        return "<code>" + HtmlEscapers.htmlEscaper().escape(Printable.line(text)) + "</code>";
    }

    /** A fence is longer than any row of backticks within it. */
    private static String fence(String text) {
        int longest = 2;
        int row = 0;
        for (int i = 0; i < text.length(); i++) {
            row = text.charAt(i) == '`' ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        String fence = "`".repeat(longest + 1);
        return fence + "text\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n";
    }
}
