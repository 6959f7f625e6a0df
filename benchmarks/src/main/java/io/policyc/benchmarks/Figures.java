package io.policyc.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The figures of one run as a table: each benchmark beside the one that it compares with, medians throughout. */
record Figures(ImmutableMap<String, Figure> byName) {
    /** What each benchmark is compared with. */
    private static final ImmutableMap<String, String> COMPARED_WITH = ImmutableMap.of(
            "seed", "floor",
            "explain", "floor",
            "variables", "floor",
            "eighteen", "floor",
            "fifty", "floor",
            "referenceSeed", "seed",
            "referenceEighteen", "eighteen");

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** One benchmark, for one decision. */
    record Figure(double nanoseconds, double cpuNanoseconds, double bytes) {}

    static Figures of(Collection<RunResult> results) {
        return new Figures(results.stream()
                .collect(ImmutableMap.toImmutableMap(
                        result -> result.getPrimaryResult().getLabel(),
                        result -> new Figure(
                                median(result.getPrimaryResult()),
                                median(secondary(result, CpuTimeProfiler.LABEL)),
                                median(secondary(result, ALLOCATION))))));
    }

    String text() {
        StringBuilder text =
                new StringBuilder("| benchmark | compared | CPU ns | ns | bytes |\n|---|---|---|---|---|\n");
        byName.forEach((name, figure) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.0f |\n",
                name,
                ratio(name, figure),
                figure.cpuNanoseconds(),
                figure.nanoseconds(),
                figure.bytes())));
        return text.toString();
    }

    private String ratio(String name, Figure figure) {
        String other = COMPARED_WITH.getOrDefault(name, "");
        Figure compared = byName.get(other);
        return compared == null
                ? ""
                : String.format(Locale.ROOT, "%.2f x %s", figure.cpuNanoseconds() / compared.cpuNanoseconds(), other);
    }

    private static Result<?> secondary(RunResult result, String label) {
        return requireNonNull(result.getSecondaryResults().get(label));
    }

    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }
}
