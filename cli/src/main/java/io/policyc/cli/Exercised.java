package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.coverage.CoveragePrinter;
import io.policyc.coverage.CoverageReport;
import io.policyc.expectation.MarkdownReport;
import io.policyc.finding.Finding;
import io.policyc.node.JsonText;
import java.util.Optional;

/**
 * What the tests exercise, as parts of the report on them.
 *
 * @param tooLittle that it is less than was asked for
 */
record Exercised(CoverageReport report, Optional<Finding> tooLittle) {

    ImmutableList<String> section() {
        return CoveragePrinter.section(report);
    }

    String summary() {
        return "; " + report.summary();
    }

    void write(JsonText out) {
        CoveragePrinter.write(out.name("coverage"), report);
    }

    String markdown() {
        String title = "coverage: " + report.summary()
                + tooLittle.map(finding -> " ❌ " + finding.message()).orElse("");
        return MarkdownReport.section(title, CoveragePrinter.lines(report));
    }
}
