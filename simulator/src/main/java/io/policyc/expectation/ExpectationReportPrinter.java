package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.finding.Printable;
import io.policyc.node.JsonText;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.Outcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Prints a report: the cases of each file, then each failure down to the condition that decided, then the sum. */
public final class ExpectationReportPrinter {
    private final boolean colours;

    private ExpectationReportPrinter(boolean colours) {
        this.colours = colours;
    }

    public static ExpectationReportPrinter plain() {
        return new ExpectationReportPrinter(false);
    }

    /** With ANSI colours, for a terminal. */
    public static ExpectationReportPrinter coloured() {
        return new ExpectationReportPrinter(true);
    }

    /** The report; its last line is {@link ExpectationReport#summary()}, each line with a line break. */
    public String print(ExpectationReport report) {
        return print(report, ImmutableList.of());
    }

    /** The report with the lines of a further section before the last one. */
    public String print(ExpectationReport report, Iterable<String> section) {
        StringBuilder out = new StringBuilder();
        for (FileReport file : report.files()) {
            out.append(Printable.line(file.file().name())).append('\n');
            file.results().forEach(result -> line(result, out));
        }
        FailureText failures = new FailureText(colours);
        report.failures().forEach(failure -> out.append('\n').append(failures.of(failure)));
        List<Decision.Basis> bases = basesOfAllow(report);
        if (!bases.isEmpty()) {
            out.append('\n');
            bases.forEach(basis -> out.append(DecisionPrinter.allowMeans(basis)).append('\n'));
        }
        section.forEach(line -> out.append(line).append('\n'));
        return out.append(report.summary()).append('\n').toString();
    }

    private void line(CaseResult result, StringBuilder out) {
        String name = Printable.line(result.test().name());
        String text = result.fold(
                passed -> paint("ok  ", "32") + "  " + name
                        + passed.note().map(note -> " (" + note + ")").orElse(""),
                failed -> paint("FAIL", "1;31") + "  " + name,
                skipped -> paint("skip", "33") + "  " + name + ": " + Printable.line(skipped.reason()));
        out.append("  ").append(text).append('\n');
    }

    /** What the requests that are allowed rest on. */
    static List<Decision.Basis> basesOfAllow(ExpectationReport report) {
        return report.results().stream()
                .flatMap(result -> result.fold(
                        passed -> Stream.of(passed.decision()),
                        failed -> Stream.of(failed.decision()),
                        skipped -> Stream.<Decision>empty()))
                .filter(decision -> decision.outcome() == Outcome.ALLOWED)
                .map(Decision::basis)
                .distinct()
                .sorted()
                .toList();
    }

    private String paint(String text, String code) {
        return colours ? Colours.paint(text, code) : text;
    }

    /** The report as one JSON object in indented lines. */
    public static String json(ExpectationReport report) {
        return json(report, out -> {});
    }

    /** The report with further fields at its end. */
    public static String json(ExpectationReport report, Consumer<JsonText> further) {
        return ReportJson.of(report, further);
    }
}
