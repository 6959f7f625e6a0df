package io.policyc.expectation;

import com.google.common.base.Ascii;
import com.google.common.collect.Sets;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.node.JsonText;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.ExplanationPrinter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A report for programs. */
final class ReportJson {
    private ReportJson() {}

    /**
     * The report as one object.
     *
     * @param most how many failures are explained
     * @param further writes fields after those of the report
     */
    static String of(ExpectationReport report, int most, Consumer<JsonText> further) {
        JsonText out = JsonText.pretty();
        Set<CaseResult> explained = Sets.newIdentityHashSet();
        report.failures().stream().limit(most).forEach(explained::add);
        out.object(() -> {
            out.arrayField("files", () -> report.files().forEach(file -> write(out, file, explained)));
            ReportCounts counts = ReportCounts.of(report.results());
            out.field("tests", counts.tests())
                    .field("passed", counts.passed())
                    .field("failed", counts.failures())
                    .field("errors", counts.errors())
                    .field("skipped", counts.skipped())
                    .field("notSelected", report.notSelected())
                    .field(
                            "basis",
                            ExpectationReportPrinter.basesOfAllow(report).stream()
                                    .map(DecisionPrinter::allowMeans)
                                    .toList());
            further.accept(out);
        });
        return out + "\n";
    }

    private static void write(JsonText out, FileReport file, Set<CaseResult> explained) {
        out.object(() -> out.field("name", file.file().name())
                .arrayField(
                        "cases",
                        () -> file.results().forEach(result -> write(out, result, explained.contains(result)))));
    }

    private static void write(JsonText out, CaseResult result, boolean explained) {
        ExpectationCase test = result.test();
        out.object(() -> {
            out.field("name", test.name())
                    .field("status", Ascii.toLowerCase(result.status().name()))
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
                        if (explained) {
                            out.name("explanation");
                            ExplanationPrinter.write(out, Optional.empty(), failed.explanation());
                        } else {
                            out.name("decision");
                            DecisionPrinter.write(out, Optional.empty(), failed.decision());
                        }
                        return Optional.empty();
                    },
                    skipped -> Optional.of(skipped.reason()));
            out.field("note", note);
        });
    }
}
