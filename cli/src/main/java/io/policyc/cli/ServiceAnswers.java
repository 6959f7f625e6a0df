package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.cli.BackendOptions.Backend;
import io.policyc.comparison.ComparisonPrinter;
import io.policyc.comparison.JudgedCase;
import io.policyc.comparison.JudgementPrinter;
import io.policyc.comparison.Obstacle;
import io.policyc.comparison.ServiceReport;
import io.policyc.comparison.ServiceReportJson;
import io.policyc.comparison.Verdict;
import io.policyc.finding.Finding;
import io.policyc.node.JsonText;
import java.util.Optional;

/**
 * What a service said of the tests.
 *
 * @param with whose answers they are
 * @param findings what was found on the way
 */
record ServiceAnswers(Backend backend, ServiceReport report, String with, ImmutableList<Finding> findings) {

    ServiceAnswers and(ImmutableList<Finding> more) {
        return new ServiceAnswers(
                backend,
                report,
                with,
                ImmutableList.<Finding>builder().addAll(findings).addAll(more).build());
    }

    /** Whether the offline report is printed before. */
    boolean follows(GlobalOptions.Format format) {
        return backend == Backend.both && format == GlobalOptions.Format.text;
    }

    String text(GlobalOptions options) {
        if (options.format == GlobalOptions.Format.json) {
            JsonText json = JsonText.pretty();
            json.object(() -> {
                json.field("backend", backend.name());
                ServiceReportJson.write(json, report, with);
            });
            return json + "\n";
        }
        return backend == Backend.both
                ? ComparisonPrinter.print(report, with, options.verbose)
                : JudgementPrinter.print(report, with);
    }

    /** How more tests could be asked about. */
    Optional<String> note(BackendOptions given) {
        boolean sessions = report.obstacles().stream().anyMatch(entry -> entry.getKey() == Obstacle.ROLE_SESSION);
        return sessions && !given.roleCallers
                ? Optional.of("--role-callers asks about the role where its session calls")
                : Optional.empty();
    }

    /** What the answers say, whatever the offline results. */
    ExitCode exitCode() {
        ExitCode unwritten = findings.stream().anyMatch(Finding::isError) ? ExitCode.BAD_INPUT : ExitCode.OK;
        return unwritten.or(backend == Backend.both ? ofComparison() : ofJudgement());
    }

    private ExitCode ofComparison() {
        boolean open = report.count(Verdict.NotRecorded.class) > 0 || report.isWithoutComparison();
        return (report.surprises() > 0 ? ExitCode.NO : ExitCode.OK).or(open ? ExitCode.CANNOT_TELL : ExitCode.OK);
    }

    private ExitCode ofJudgement() {
        return report.cases().stream()
                .map(JudgedCase::of)
                .map(test -> switch (test.status()) {
                    case FAILED -> ExitCode.NO;
                    case NOT_COMPARABLE, NOT_RECORDED -> ExitCode.CANNOT_TELL;
                    case PASSED, SKIPPED -> ExitCode.OK;
                })
                .reduce(ExitCode.OK, ExitCode::or);
    }
}
