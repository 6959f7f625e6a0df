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
        if (total.all() == 0) {
            return Optional.of(Finding.withoutPlace(BELOW_THRESHOLD, "the tests meet no policy of the repository")
                    .withHelp("a test meets the policies that stand under its `policies`, or above its account"));
        }
        if (total.percent() >= threshold) {
            return Optional.empty();
        }
        long needed = (threshold * (long) total.all() + 99) / 100;
        String message = "the tests exercise %s parts of the policies, %d %%; %d %% are %d more"
                .formatted(total, total.percent(), threshold, needed - total.exercised());
        List<PolicyCoverage> below = report.policies().stream()
                .filter(policy -> policy.total().percent() < threshold)
                .sorted(Comparator.comparingInt(policy -> policy.total().percent()))
                .toList();
        Optional<Gap> first =
                below.stream().flatMap(policy -> policy.gaps().stream()).findFirst();
        String next = first.map(gap -> "; begin with " + Printable.quoted(gap.what()) + ", " + gap.words())
                .orElse("");
        Finding finding = Finding.withoutPlace(BELOW_THRESHOLD, message);
        return Optional.of(first.flatMap(Gap::place)
                .map(place -> Finding.of(BELOW_THRESHOLD, place, message))
                .orElse(finding)
                .withHelp("below " + threshold + " %: " + names(below) + next));
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
