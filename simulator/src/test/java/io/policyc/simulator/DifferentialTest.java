package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.organization.Level;
import io.policyc.organization.OrganizationArbitraries;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyDocument;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.request.RequestKeys;
import io.policyc.simulator.Explanation.ResourceExplanation;
import io.policyc.simulator.reference.ReferenceEvaluator;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The simulator against the naive evaluator that was written from the documents and shares no code with it. */
class DifferentialTest {
    private static final int REQUESTS_EACH = 12;

    @Provide
    Arbitrary<ImmutableList<Level>> levels() {
        return OrganizationArbitraries.levels();
    }

    @Property(tries = 1_700)
    void answersAsTheReferenceDoes(@ForAll("levels") ImmutableList<Level> levels, @ForAll long seed) {
        Simulator simulator = Simulator.prepare(levels);
        ImmutableList<PolicyDocument> documents = OrganizationArbitraries.documents(levels);
        ImmutableSet<ConditionKey> keys = RequestKeys.of(documents);
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS_EACH; i++) {
            Request request = RequestArbitraries.near(documents, random);
            ReferenceEvaluator.Decision expected = ReferenceBridge.answer(levels, keys, request);

            compare(simulator.evaluate(request), expected, request);
            for (ResourceExplanation resource : simulator.explain(request).resources()) {
                Request alone = new Request(
                        request.principal(),
                        request.action(),
                        ImmutableList.of(resource.resource().orElseThrow()),
                        request.context());
                compare(resource.decision(), ReferenceBridge.answer(levels, keys, alone), alone);
            }
            Statistics.label("outcome")
                    .collect(
                            expected.possible().size() == 1
                                    ? expected.possible().iterator().next()
                                    : ReferenceEvaluator.Outcome.UNDETERMINED);
            Statistics.label("resources").collect(request.resources().size() > 1 ? "several" : "one");
        }
        Statistics.label("outcome").coverage(coverage -> {
            for (ReferenceEvaluator.Outcome outcome : ReferenceEvaluator.Outcome.values()) {
                coverage.check(outcome).percentage(percentage -> percentage >= 4);
            }
        });
        Statistics.label("resources")
                .coverage(coverage -> coverage.check("several").percentage(percentage -> percentage >= 10));
    }

    private static void compare(Decision actual, ReferenceEvaluator.Decision expected, Request request) {
        assertThat(ReferenceBridge.possible(actual)).as("%s", request).isEqualTo(expected.possible());
        assertThat(ReferenceBridge.places(actual)).as("%s", request).isEqualTo(expected.deciding());
    }
}
