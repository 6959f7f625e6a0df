package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.PolicyDocument;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.simulator.Explanation.ResourceExplanation;
import io.policyc.simulator.reference.ReferenceEvaluator;
import io.policyc.simulator.reference.ReferenceEvaluator.Outcome;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The simulator against the naive evaluator that was written from the documents and shares no code with it. */
class DifferentialTest {
    private static final int REQUESTS_EACH = 12;

    private static final ImmutableList<String> ALLOWING_TYPES =
            ImmutableList.of("SCP", "IDENTITY", "BOUNDARY", "SESSION", "RESOURCE", "TRUST");

    private static final ImmutableList<String> TYPES =
            ImmutableList.<String>builder().addAll(ALLOWING_TYPES).add("RCP").build();

    private static final ImmutableList<String> CALLERS = ImmutableList.of(
            "IamUser", "RoleSession", "RootUser", "FederatedUser", "AwsService", "WebIdentity", "Anonymous");

    @Provide
    Arbitrary<Environment> environments() {
        return EnvironmentArbitraries.environments();
    }

    @Property(tries = 1_700)
    void answersAsTheReferenceDoes(@ForAll("environments") Environment environment, @ForAll long seed) {
        Simulator simulator = environment.simulator();
        ReferenceBridge reference = new ReferenceBridge(environment);
        ImmutableList<PolicyDocument> documents = environment.documents();
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS_EACH; i++) {
            Request request = RequestArbitraries.nearByAnybody(documents, random);
            ReferenceEvaluator.Decision expected = reference.answer(request);

            compare(simulator.evaluate(request), expected, request);
            for (ResourceExplanation resource : simulator.explain(request).resources()) {
                compare(resource.decision(), reference.answer(about(request, resource)), request);
            }
            collect(request, expected);
        }
        checkCoverage();
    }

    private static Request about(Request request, ResourceExplanation resource) {
        return new Request(
                request.principal(),
                request.action(),
                resource.resource().stream().collect(ImmutableList.toImmutableList()),
                request.context());
    }

    private static void compare(Decision actual, ReferenceEvaluator.Decision expected, Request request) {
        assertThat(ReferenceBridge.possible(actual)).as("%s", request).isEqualTo(expected.possible());
        assertThat(ReferenceBridge.places(actual)).as("%s", request).isEqualTo(expected.deciding());
    }

    private static void collect(Request request, ReferenceEvaluator.Decision decision) {
        Set<Outcome> possible = decision.possible();
        Statistics.label("outcome")
                .collect(
                        possible.size() > 1
                                ? Outcome.UNDETERMINED
                                : possible.iterator().next());
        Statistics.label("resources").collect(Math.min(2, request.resources().size()));
        Statistics.label("caller").collect(request.principal().getClass().getSimpleName());
        for (String type : TYPES) {
            boolean decides =
                    decision.deciding().stream().anyMatch(place -> place.type().startsWith(type));
            Statistics.label(type).collect(decides ? possible.iterator().next() : "nothing");
        }
    }

    /** No outcome, no kind of caller and no type of policy is left out. */
    private static void checkCoverage() {
        Statistics.label("outcome").coverage(coverage -> {
            for (Outcome outcome : Outcome.values()) {
                coverage.check(outcome).percentage(percentage -> percentage >= 4);
            }
        });
        Statistics.label("resources").coverage(coverage -> {
            coverage.check(0).percentage(percentage -> percentage >= 2);
            coverage.check(2).percentage(percentage -> percentage >= 10);
        });
        Statistics.label("caller")
                .coverage(coverage ->
                        CALLERS.forEach(caller -> coverage.check(caller).percentage(percentage -> percentage >= 2)));
        for (String type : TYPES) {
            Statistics.label(type)
                    .coverage(coverage ->
                            coverage.check(Outcome.EXPLICIT_DENY).percentage(percentage -> percentage >= 1));
        }
        for (String type : ALLOWING_TYPES) {
            Statistics.label(type)
                    .coverage(coverage -> coverage.check(Outcome.ALLOWED).percentage(percentage -> percentage >= 1));
        }
    }
}
