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
    /** Failures of which the request and the explanation are printed: who has more mends these first. */
    private static final int MOST_EXPLAINED = 20;

    private final boolean colours;
    private final int explained;

    private ExpectationReportPrinter(boolean colours, int explained) {
        this.colours = colours;
        this.explained = explained;
    }

    public static ExpectationReportPrinter plain() {
        return new ExpectationReportPrinter(false, MOST_EXPLAINED);
    }

    /** With ANSI colours, for a terminal. */
    public static ExpectationReportPrinter coloured() {
        return new ExpectationReportPrinter(true, MOST_EXPLAINED);
    }

    /** Explains every failure, however many there are. */
    public ExpectationReportPrinter explainingAll() {
        return new ExpectationReportPrinter(colours, Integer.MAX_VALUE);
    }

    /** The report; its last line is {@link ExpectationReport#summary()}, each line with a line break. */
    public String print(ExpectationReport report) {
        StringBuilder out = new StringBuilder();
        print(report, out::append);
        return out.append(report.summary()).append('\n').toString();
    }

    /** Hands over the report without its last line, piece by piece, since that of many failures is long. */
    public void print(ExpectationReport report, Consumer<String> out) {
        for (FileReport file : report.files()) {
            out.accept(Printable.line(file.file().name()) + "\n");
            file.results().forEach(result -> out.accept(line(result)));
        }
        FailureText text = new FailureText(colours);
        ImmutableList<CaseResult.Failed> failures = report.failures();
        for (int i = 0; i < failures.size(); i++) {
            CaseResult.Failed failure = failures.get(i);
            out.accept("\n" + (i < explained ? text.of(failure) : text.finding(failure)));
        }
        if (failures.size() > explained) {
            out.accept(
                    ("\n%d of %d failures are explained; `policyc test -v` explains all, --run REGEX those that it finds"
                                    + "\n")
                            .formatted(explained, failures.size()));
        }
        List<Decision.Basis> bases = basesOfAllow(report);
        if (!bases.isEmpty()) {
            out.accept("\n");
            bases.forEach(basis -> out.accept(DecisionPrinter.allowMeans(basis) + "\n"));
        }
    }

    private String line(CaseResult result) {
        String name = Printable.line(result.test().name());
        String word = switch (result.status()) {
            case PASSED -> paint("ok  ", "32");
            case FAILED -> paint("FAIL", "1;31");
            case ERROR -> paint("ERR ", "1;31");
            case SKIPPED -> paint("skip", "33");
        };
        String more = result.fold(
                passed -> passed.note().map(note -> " (" + note + ")").orElse(""),
                failed -> "",
                skipped -> ": " + Printable.line(skipped.reason()));
        return "  " + word + "  " + name + more + "\n";
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

    /** The report as one JSON object in indented lines; as many failures have an explanation as are explained to people. */
    public String json(ExpectationReport report) {
        return json(report, out -> {});
    }

    /** The report with further fields at its end. */
    public String json(ExpectationReport report, Consumer<JsonText> further) {
        return ReportJson.of(report, explained, further);
    }
}
