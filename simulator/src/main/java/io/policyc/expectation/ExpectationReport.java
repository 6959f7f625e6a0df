package io.policyc.expectation;

import com.google.common.collect.ImmutableList;

/**
 * What became of the cases of test files, in the order of files and cases. How long it took is no part of it.
 *
 * @param notSelected how many cases were left out because nobody asked for them
 */
public record ExpectationReport(ImmutableList<FileReport> files, int notSelected) {

    /** The results of one file, one a case. */
    public record FileReport(TestFile file, ImmutableList<CaseResult> results) {}

    public ImmutableList<CaseResult> results() {
        return files.stream().flatMap(file -> file.results().stream()).collect(ImmutableList.toImmutableList());
    }

    /** The cases that failed or could not be answered. */
    public ImmutableList<CaseResult.Failed> failures() {
        return results().stream()
                .filter(CaseResult.Failed.class::isInstance)
                .map(CaseResult.Failed.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    public boolean isPassed() {
        return failures().isEmpty();
    }

    /** Whether no case was run: none was selected, or all are skipped. */
    public boolean isEmpty() {
        return results().stream().allMatch(CaseResult.Skipped.class::isInstance);
    }

    /** For example {@code 12 tests, 9 passed, 1 failed, 1 error, 1 skipped}, or {@code 3 tests of 40 selected, 3 passed, …}. */
    public String summary() {
        ReportCounts counts = ReportCounts.of(results());
        return counts.tests() + (counts.tests() == 1 ? " test" : " tests")
                + (notSelected == 0 ? "" : " of " + (counts.tests() + notSelected) + " selected")
                + ", " + counts.passed() + " passed, " + counts.failures() + " failed"
                + (counts.errors() == 0 ? "" : ", " + counts.errors() + (counts.errors() == 1 ? " error" : " errors"))
                + (counts.skipped() == 0 ? "" : ", " + counts.skipped() + " skipped");
    }
}
