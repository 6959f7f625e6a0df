package io.policyc.expectation;

import com.google.common.collect.ImmutableList;

/** What became of the cases of test files, in the order of files and cases. How long it took is no part of it. */
public record ExpectationReport(ImmutableList<FileReport> files) {

    /** The results of one file, one a case. */
    public record FileReport(TestFile file, ImmutableList<CaseResult> results) {}

    public ImmutableList<CaseResult> results() {
        return files.stream().flatMap(file -> file.results().stream()).collect(ImmutableList.toImmutableList());
    }

    public ImmutableList<CaseResult.Failed> failures() {
        return results().stream()
                .filter(CaseResult.Failed.class::isInstance)
                .map(CaseResult.Failed.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    public boolean isPassed() {
        return failures().isEmpty();
    }

    /** For example {@code 12 tests, 10 passed, 1 failed, 1 skipped}. */
    public String summary() {
        int total = results().size();
        int failed = failures().size();
        long skipped =
                results().stream().filter(CaseResult.Skipped.class::isInstance).count();
        String text = "%d test%s, %d passed, %d failed"
                .formatted(total, total == 1 ? "" : "s", total - failed - skipped, failed);
        return skipped == 0 ? text : text + ", " + skipped + " skipped";
    }
}
