package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Level;
import io.policyc.request.Request;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Explanation;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of one decision. Each method asks all requests of its case in turn and hands out what was answered, so that
 * nothing of it can be left out.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = DecisionBenchmark.COMPILE_AT_ONCE)
@OperationsPerInvocation(Asked.EACH)
public class DecisionBenchmark {
    /** So that what is measured is compiled by then, however busy the machine is. */
    static final String COMPILE_AT_ONCE = "-Xbatch";

    /** The published policy beside FullAWSAccess. */
    @Benchmark
    public Decision[] seed(SeedCase asked) {
        return asked.decide();
    }

    /** The wildcard matches of {@link #seed} and nothing else. */
    @Benchmark
    public boolean[] floor(FloorCase asked) {
        return asked.match();
    }

    /** As {@link #seed}, with the verdict on every part of every policy. */
    @Benchmark
    public Explanation[] explain(SeedCase asked) {
        return asked.explain();
    }

    /** Policy variables, in conditions and resources. */
    @Benchmark
    public Decision[] variables(VariablesCase asked) {
        return asked.decide();
    }

    /** Three levels of six policies. */
    @Benchmark
    public Decision[] eighteen(EighteenCase asked) {
        return asked.decide();
    }

    /** Five levels of ten policies, as many as can be attached to each. */
    @Benchmark
    public Decision[] fifty(FiftyCase asked) {
        return asked.decide();
    }

    /** {@link #seed}, by the evaluator that is naive on purpose. */
    @Benchmark
    public Outcome[] referenceSeed(SeedCase asked) {
        return asked.decideByReference();
    }

    /** {@link #eighteen}, by the evaluator that is naive on purpose. */
    @Benchmark
    public Outcome[] referenceEighteen(EighteenCase asked) {
        return asked.decideByReference();
    }

    /** Policies made ready, and requests. */
    abstract static class Case {
        private final Simulator simulator;
        private final Request[] requests;
        private final Decision[] decisions = new Decision[Asked.EACH];
        private final Explanation[] explanations = new Explanation[Asked.EACH];
        private final Reference reference;
        private final Reference.Question[] questions;
        private final Outcome[] outcomes = new Outcome[Asked.EACH];

        Case(ImmutableList<Level> levels, ImmutableList<Asked> asked) {
            simulator = Simulator.prepare(levels);
            reference = new Reference(levels);
            requests = asked.stream().map(Asked::request).toArray(Request[]::new);
            questions =
                    asked.stream().map(one -> Reference.question(one.request())).toArray(Reference.Question[]::new);
        }

        final Decision[] decide() {
            for (int i = 0; i < Asked.EACH; i++) {
                decisions[i] = simulator.evaluate(requests[i]);
            }
            return decisions;
        }

        final Explanation[] explain() {
            for (int i = 0; i < Asked.EACH; i++) {
                explanations[i] = simulator.explain(requests[i]);
            }
            return explanations;
        }

        final Outcome[] decideByReference() {
            for (int i = 0; i < Asked.EACH; i++) {
                outcomes[i] = reference.decide(questions[i]);
            }
            return outcomes;
        }
    }

    @State(Scope.Benchmark)
    public static class SeedCase extends Case {
        public SeedCase() {
            super(Policies.seed(), Asked.ofThePublishedPolicy());
        }
    }

    @State(Scope.Benchmark)
    public static class VariablesCase extends Case {
        public VariablesCase() {
            super(Policies.withVariables(), Asked.ofTheGeneratedPolicies());
        }
    }

    @State(Scope.Benchmark)
    public static class EighteenCase extends Case {
        public EighteenCase() {
            super(Policies.generated(3, 6), Asked.ofTheGeneratedPolicies());
        }
    }

    @State(Scope.Benchmark)
    public static class FiftyCase extends Case {
        public FiftyCase() {
            super(Policies.generated(5, 10), Asked.ofTheGeneratedPolicies());
        }
    }

    /** Patterns and texts of {@link SeedCase}. */
    @State(Scope.Benchmark)
    public static class FloorCase {
        private final Floor floor = new Floor();
        private final Floor.Texts[] texts = Asked.ofThePublishedPolicy().stream()
                .map(one -> Floor.Texts.of(one.request()))
                .toArray(Floor.Texts[]::new);
        private final boolean[] denied = new boolean[Asked.EACH];

        final boolean[] match() {
            for (int i = 0; i < Asked.EACH; i++) {
                denied[i] = floor.denies(texts[i]);
            }
            return denied;
        }
    }
}
