package io.policyc.cli;

import io.policyc.expectation.ExpectationCase;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.TestFile;
import java.util.Optional;
import java.util.function.BiPredicate;
import picocli.CommandLine.Option;

/** The options that choose which tests are run, and say what it means if there are none. */
final class SelectionOptions {
    @Option(
            names = "--run",
            paramLabel = "REGEX",
            description = "Run only the tests of which REGEX is found in the name, or in `FILE: NAME`, as the report"
                    + " shows both.")
    Optional<String> run = Optional.empty();

    @Option(
            names = "--fail-on-empty",
            description = "Exit code 1 if no test was run: none was selected, or all are skipped.")
    boolean failOnEmpty;

    /** Which cases to run. */
    BiPredicate<TestFile, ExpectationCase> cases() {
        if (run.isEmpty()) {
            return (file, test) -> true;
        }
        NamePattern pattern = NamePattern.of("--run", run.get());
        return (file, test) -> pattern.isIn(test.name()) || pattern.isIn(file.name() + ": " + test.name());
    }

    ExitCode exitCode(ExpectationReport report) {
        return failOnEmpty && report.isEmpty() ? ExitCode.NO : ExitCode.OK;
    }

    /** What is worth saying of a report without a test that was run. */
    Optional<String> note(ExpectationReport report) {
        if (!report.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(report.results().isEmpty() ? "no test is selected by --run" : "every test is skipped");
    }
}
