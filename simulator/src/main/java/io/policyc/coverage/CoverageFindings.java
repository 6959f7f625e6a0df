package io.policyc.coverage;

import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said against tests that exercise too little. */
public final class CoverageFindings {
    public static final FindingId BELOW_THRESHOLD = FindingId.error("coverage.below-threshold");

    /** More policies than this are not listed by name. */
    private static final int MOST_NAMED = 8;

    private CoverageFindings() {}

    /**
     * That the tests exercise less than so many percent of all policies together, with the policies that are below, and
     * where to begin.
     */
    public static Optional<Finding> below(CoverageReport report, int threshold) {
        Counts total = report.total();
        if (threshold == 0 || (total.all() > 0 && total.percent() >= threshold)) {
            return Optional.empty();
        }
        if (total.all() == 0) {
            return Optional.of(Finding.withoutPlace(BELOW_THRESHOLD, "the tests meet no policy of the repository")
                    .withHelp("a test meets the policies that stand under its `policies`, or above its account"));
        }
        long needed = (threshold * (long) total.all() + 99) / 100;
        String message =
                "the tests exercise %d of %d parts of the policies, %d %%; the threshold of %d %% takes %d more"
                        .formatted(
                                total.exercised(), total.all(), total.percent(), threshold, needed - total.exercised());
        List<PolicyCoverage> below = report.policies().stream()
                .filter(policy -> policy.total().percent() < threshold)
                .sorted(Comparator.comparingInt(policy -> policy.total().percent()))
                .toList();
        PolicyCoverage lowest = below.get(0);
        Optional<Gap> first = lowest.gaps().stream().findFirst();
        String next = first.map(gap -> Printable.quoted(gap.what()) + ", " + gap.words())
                .orElse("a test that meets " + Printable.quoted(lowest.policy()));
        return Optional.of(first.flatMap(Gap::place)
                .map(place -> Finding.of(BELOW_THRESHOLD, place, message))
                .orElseGet(() -> Finding.withoutPlace(BELOW_THRESHOLD, message))
                .withHelp("below " + threshold + " %: " + names(below) + "; begin with " + next));
    }

    private static String names(List<PolicyCoverage> below) {
        String names = below.stream()
                .limit(MOST_NAMED)
                .map(policy ->
                        Printable.quoted(policy.policy()) + " " + policy.total().percent() + " %")
                .collect(Collectors.joining(", "));
        return below.size() > MOST_NAMED ? names + ", … (" + below.size() + ")" : names;
    }
}
