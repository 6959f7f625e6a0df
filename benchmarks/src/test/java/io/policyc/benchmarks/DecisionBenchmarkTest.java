package io.policyc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.benchmarks.DecisionBenchmark.EighteenCase;
import io.policyc.benchmarks.DecisionBenchmark.FiftyCase;
import io.policyc.benchmarks.DecisionBenchmark.FloorCase;
import io.policyc.benchmarks.DecisionBenchmark.SeedCase;
import io.policyc.benchmarks.DecisionBenchmark.VariablesCase;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Explanation;
import io.policyc.simulator.Outcome;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

/** Every benchmark runs once and answers what it must, so that what is measured is the right thing. No times. */
final class DecisionBenchmarkTest {
    private final DecisionBenchmark benchmark = new DecisionBenchmark();
    private final ImmutableList<Outcome> published = expected(Asked.ofThePublishedPolicy());
    private final ImmutableList<Outcome> generated = expected(Asked.ofTheGeneratedPolicies());

    @Test
    void thePublishedPolicyIsDecidedRight() {
        assertThat(benchmark.seed(new SeedCase())).extracting(Decision::outcome).containsExactlyElementsOf(published);
        assertThat(benchmark.explain(new SeedCase()))
                .extracting(Explanation::decision)
                .containsExactly(benchmark.seed(new SeedCase()));
        assertThat(benchmark.referenceSeed(new SeedCase())).containsExactlyElementsOf(published);
    }

    @Test
    void theFloorDeniesWhatThePublishedPolicyDenies() {
        assertThat(benchmark.floor(new FloorCase()))
                .containsExactly(published.stream()
                        .map(outcome -> outcome == Outcome.EXPLICIT_DENY)
                        .toArray(Boolean[]::new));
    }

    @Test
    void theGeneratedPoliciesAreDecidedRight() {
        assertThat(benchmark.eighteen(new EighteenCase()))
                .extracting(Decision::outcome)
                .containsExactlyElementsOf(generated);
        assertThat(benchmark.referenceEighteen(new EighteenCase())).containsExactlyElementsOf(generated);
        assertThat(benchmark.fifty(new FiftyCase()))
                .extracting(Decision::outcome)
                .containsExactlyElementsOf(generated);
    }

    @Test
    void thePolicyWithVariablesIsDecidedRight() {
        assertThat(benchmark.variables(new VariablesCase()))
                .extracting(Decision::outcome)
                .containsExactlyElementsOf(generated);
    }

    @Test
    void noBenchmarkIsLeftOut() {
        assertThat(Arrays.stream(DecisionBenchmark.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Benchmark.class))
                        .map(Method::getName))
                .containsExactlyInAnyOrder(
                        "seed",
                        "floor",
                        "explain",
                        "variables",
                        "eighteen",
                        "fifty",
                        "referenceSeed",
                        "referenceEighteen");
    }

    private static ImmutableList<Outcome> expected(ImmutableList<Asked> asked) {
        assertThat(asked).hasSize(Asked.EACH);
        return asked.stream().map(Asked::expected).collect(ImmutableList.toImmutableList());
    }
}
