package io.policyc.cli;

import io.policyc.coverage.CoverageFindings;
import io.policyc.coverage.CoverageMeter;
import io.policyc.coverage.CoverageReport;
import io.policyc.expectation.ExpectationReport;
import io.policyc.workspace.Workspace;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that ask what the tests exercise. */
final class CoverageOptions {
    @Option(
            names = "--coverage",
            description = "Say also which statements, conditions and exceptions of the policies no test exercises.")
    boolean coverage;

    @Option(
            names = "--coverage-threshold",
            paramLabel = "PERCENT",
            description = "As --coverage, and exit code 1 if it is less than so many percent of all policies together.")
    Optional<Integer> threshold = Optional.empty();

    boolean isAsked() {
        return coverage || threshold.isPresent();
    }

    /** Refuses what cannot be reached, or is reached by everybody. */
    void check() {
        threshold.filter(percent -> percent < 0 || percent > 100).ifPresent(percent -> {
            throw new UsageException("--coverage-threshold is from 0 to 100, not " + percent);
        });
    }

    /**
     * What tests exercise, if that was asked for.
     *
     * @param whole whether all tests of the repository were run; policies that no test meets count only then
     */
    Optional<Exercised> measure(Workspace workspace, ExpectationReport tests, boolean whole) {
        if (!isAsked()) {
            return Optional.empty();
        }
        CoverageReport all = CoverageMeter.measure(workspace.measured(), tests);
        CoverageReport report = whole ? all : all.ofMet();
        return Optional.of(
                new Exercised(report, threshold.flatMap(percent -> CoverageFindings.below(report, percent))));
    }
}
