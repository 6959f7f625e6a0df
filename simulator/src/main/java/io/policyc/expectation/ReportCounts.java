package io.policyc.expectation;

import io.policyc.expectation.CaseResult.Status;
import java.util.List;

/**
 * How many cases came out how.
 *
 * @param errors failures for want of a key of the request: nothing was decided
 */
record ReportCounts(int tests, int failures, int errors, int skipped) {

    static ReportCounts of(List<CaseResult> results) {
        return new ReportCounts(
                results.size(),
                count(results, Status.FAILED),
                count(results, Status.ERROR),
                count(results, Status.SKIPPED));
    }

    private static int count(List<CaseResult> results, Status status) {
        return (int)
                results.stream().filter(result -> result.status() == status).count();
    }

    int failed() {
        return failures + errors;
    }

    int passed() {
        return tests - failed() - skipped;
    }
}
