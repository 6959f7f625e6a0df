package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.finding.FindingPrinter;
import io.policyc.finding.Printable;
import io.policyc.node.JsonText;
import io.policyc.request.RequestPrinter;
import io.policyc.simulator.DecidingStatement;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.ExplanationPrinter;
import io.policyc.simulator.Outcome;
import io.policyc.source.SourceSpan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints a report: the cases of each file, then each failure down to the condition that decided, then the sum. */
public final class ExpectationReportPrinter {
    private static final int WIDEST = 100;

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
        StringBuilder out = new StringBuilder();
        for (FileReport file : report.files()) {
            out.append(Printable.line(file.file().name())).append('\n');
            file.results().forEach(result -> line(result, out));
        }
        report.failures().forEach(failure -> failure(failure, out));
        List<Decision.Basis> bases = basesOfAllow(report);
        if (!bases.isEmpty()) {
            out.append('\n');
            bases.forEach(basis -> out.append(DecisionPrinter.allowMeans(basis)).append('\n'));
        }
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

    private void failure(CaseResult.Failed failure, StringBuilder out) {
        FindingPrinter printer = colours ? FindingPrinter.coloured() : FindingPrinter.plain();
        out.append('\n').append(printer.print(ImmutableList.of(failure.finding())));
        section("request", out);
        RequestPrinter.lines(failure.test().request())
                .forEach(line -> out.append("    ").append(line).append('\n'));
        section("explanation", out);
        ExplanationPrinter.text(failure.explanation())
                .lines()
                .forEach(line -> out.append("    ").append(line).append('\n'));
        ImmutableList<SourceSpan> places = failure.decision().deciding().stream()
                .map(DecidingStatement::place)
                .flatMap(Optional::stream)
                .distinct()
                .collect(ImmutableList.toImmutableList());
        if (!places.isEmpty()) {
            section("decided in", out);
            places.forEach(place -> source(place, out));
        }
    }

    private void section(String title, StringBuilder out) {
        out.append("  ").append(paint(title, "1")).append('\n');
    }

    private static void source(SourceSpan place, StringBuilder out) {
        String line = place.source().line(place.line());
        String cut = line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line;
        out.append("    ").append(Printable.line(place.toString())).append('\n');
        out.append(String.format(Locale.ROOT, "    %4d | %s\n", place.line(), Printable.line(cut)));
    }

    /** What the requests that are allowed rest on. */
    private static List<Decision.Basis> basesOfAllow(ExpectationReport report) {
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
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** The report as one JSON object in indented lines. */
    public static String json(ExpectationReport report) {
        JsonText out = JsonText.pretty();
        out.object(() -> {
            out.arrayField("files", () -> report.files().forEach(file -> write(out, file)));
            int total = report.results().size();
            int failed = report.failures().size();
            long skipped = report.results().stream()
                    .filter(CaseResult.Skipped.class::isInstance)
                    .count();
            out.field("tests", total)
                    .field("passed", total - failed - skipped)
                    .field("failed", failed)
                    .field("skipped", skipped)
                    .field(
                            "basis",
                            basesOfAllow(report).stream()
                                    .map(DecisionPrinter::allowMeans)
                                    .toList());
        });
        return out + "\n";
    }

    private static void write(JsonText out, FileReport file) {
        out.object(() -> out.field("name", file.file().name())
                .arrayField("cases", () -> file.results().forEach(result -> write(out, result))));
    }

    private static void write(JsonText out, CaseResult result) {
        ExpectationCase test = result.test();
        out.object(() -> {
            out.field("name", test.name())
                    .field("status", result.<String>fold(passed -> "passed", failed -> "failed", skipped -> "skipped"))
                    .field("place", test.place().toString())
                    .field("expected", test.expected().word())
                    .field("because", test.because())
                    .field("source", test.source())
                    .field("doubtful", test.doubtful().map(DoubtfulRule::id));
            Optional<String> note = result.fold(
                    passed -> {
                        out.name("decision");
                        DecisionPrinter.write(out, Optional.empty(), passed.decision());
                        return passed.note();
                    },
                    failed -> {
                        out.field("message", failed.message()).field("help", failed.help());
                        out.name("explanation");
                        ExplanationPrinter.write(out, Optional.empty(), failed.explanation());
                        return Optional.empty();
                    },
                    skipped -> Optional.of(skipped.reason()));
            out.field("note", note);
        });
    }
}
