package io.policyc.expectation;

import java.util.List;

/**
 * How many cases came out how.
 *
 * @param errors failures for want of a key of the request: nothing was decided
 */
record ReportCounts(int tests, int failures, int errors, int skipped) {
    /** The id of a failure that says what the request leaves open. */
    private static final String OPEN_KEY = "test.open-key";

    static ReportCounts of(List<CaseResult> results) {
        int failures = 0;
        int errors = 0;
        int skipped = 0;
        for (CaseResult result : results) {
            if (result instanceof CaseResult.Skipped) {
                skipped++;
            } else if (result instanceof CaseResult.Failed failed) {
                if (isError(failed)) {
                    errors++;
                } else {
                    failures++;
                }
            }
        }
        return new ReportCounts(results.size(), failures, errors, skipped);
    }

    static boolean isError(CaseResult.Failed failure) {
        return failure.id().name().equals(OPEN_KEY);
    }

    int failed() {
        return failures + errors;
    }

    int passed() {
        return tests - failed() - skipped;
    }
}
