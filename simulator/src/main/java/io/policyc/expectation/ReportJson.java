package io.policyc.expectation;

import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.node.JsonText;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.ExplanationPrinter;
import java.util.Optional;
import java.util.function.Consumer;

/** A report for programs. */
final class ReportJson {
    private ReportJson() {}

    static String of(ExpectationReport report, Consumer<JsonText> further) {
        JsonText out = JsonText.pretty();
        out.object(() -> {
            out.arrayField("files", () -> report.files().forEach(file -> write(out, file)));
            ReportCounts counts = ReportCounts.of(report.results());
            out.field("tests", counts.tests())
                    .field("passed", counts.passed())
                    .field("failed", counts.failed())
                    .field("skipped", counts.skipped())
                    .field(
                            "basis",
                            ExpectationReportPrinter.basesOfAllow(report).stream()
                                    .map(DecisionPrinter::allowMeans)
                                    .toList());
            further.accept(out);
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
                        out.field("id", failed.id().name())
                                .field("message", failed.message())
                                .field("help", failed.help());
                        out.name("explanation");
                        ExplanationPrinter.write(out, Optional.empty(), failed.explanation());
                        return Optional.empty();
                    },
                    skipped -> Optional.of(skipped.reason()));
            out.field("note", note);
        });
    }
}
