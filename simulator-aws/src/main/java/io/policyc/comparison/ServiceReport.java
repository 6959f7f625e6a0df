package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.CaseResult;
import io.policyc.simulator.Outcome;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a service says of the cases of test files, beside their offline results and in their order. */
public record ServiceReport(ImmutableList<FileVerdicts> files) {

    /** The cases of one file. */
    public record FileVerdicts(String name, ImmutableList<CaseVerdict> cases) {}

    /** One case. */
    public record CaseVerdict(CaseResult offline, Verdict verdict) {

        /** What the service says; empty if it was not asked or did not answer. */
        public Optional<Outcome> service() {
            if (verdict instanceof Verdict.Agrees agrees) {
                return Optional.of(agrees.service().outcome());
            }
            return verdict instanceof Verdict.Disagrees disagrees
                    ? Optional.of(disagrees.service().outcome())
                    : Optional.empty();
        }
    }

    public ImmutableList<CaseVerdict> cases() {
        return files.stream().flatMap(file -> file.cases().stream()).collect(ImmutableList.toImmutableList());
    }

    /** How many cases have a verdict of that kind. */
    public long count(Class<? extends Verdict> kind) {
        return cases().stream().filter(test -> kind.isInstance(test.verdict())).count();
    }

    /** The disagreements that nobody knows of. */
    public long surprises() {
        return count(Verdict.Disagrees.class) - known();
    }

    /** The disagreements that somebody has looked into. */
    public long known() {
        return cases().stream()
                .filter(test -> test.verdict() instanceof Verdict.Disagrees disagrees
                        && disagrees.known().isPresent())
                .count();
    }

    /** The cases that were asked about with what they leave open filled in. */
    public long filledIn() {
        return cases().stream()
                .filter(test -> (test.verdict() instanceof Verdict.Agrees agrees && agrees.filledIn())
                        || (test.verdict() instanceof Verdict.Disagrees disagrees && disagrees.filledIn()))
                .count();
    }

    /** Whether there were cases, and none of them could be compared. */
    public boolean isWithoutComparison() {
        long compared = count(Verdict.Agrees.class) + count(Verdict.Disagrees.class);
        return compared == 0 && count(Verdict.Skipped.class) < cases().size();
    }

    /** Why cases were not comparable, and how many each, most first. */
    public ImmutableList<Map.Entry<Obstacle, Integer>> obstacles() {
        Map<Obstacle, Integer> counts = new TreeMap<>();
        for (CaseVerdict test : cases()) {
            if (test.verdict() instanceof Verdict.Incomparable incomparable) {
                counts.merge(incomparable.reason().obstacle(), 1, Integer::sum);
            }
        }
        return ImmutableList.sortedCopyOf(
                Map.Entry.<Obstacle, Integer>comparingByValue(Comparator.reverseOrder()), counts.entrySet());
    }
}
