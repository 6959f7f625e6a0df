package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.request.RequestKeys;
import io.policyc.simulator.Explanation.ResourceExplanation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for all types of policies together and every request. */
class EnvironmentLawsTest {
    private static final ImmutableSet<DoubtfulRule> ALL = ImmutableSet.copyOf(Arrays.asList(DoubtfulRule.values()));

    @Provide
    Arbitrary<Environment> environments() {
        return EnvironmentArbitraries.environments();
    }

    @Property(tries = 800)
    void whatIsUnknownNeverChangesWhatIsDetermined(@ForAll("environments") Environment environment, @ForAll long seed) {
        Random random = new Random(seed);
        Simulator simulator = environment.simulator();
        ImmutableSet<ConditionKey> keys = ImmutableSet.<ConditionKey>builder()
                .addAll(RequestKeys.of(environment.documents()))
                .add(Facts.RESOURCE_ACCOUNT)
                .build();
        for (Request request : requests(environment, random)) {
            Decision decision = simulator.evaluate(request);
            Request concrete = settle(request, keys, random);
            Decision settled = simulator.evaluate(concrete);

            assertThat(decision.possible())
                    .as("%s, settled as %s", request, concrete)
                    .containsAll(settled.possible());
            Statistics.collect(decision.isDetermined() ? "determined" : "open");
        }
        Statistics.coverage(coverage -> coverage.check("open").percentage(percentage -> percentage >= 10));
    }

    @Property(tries = 800)
    void theKeysThatAnOpenDecisionNamesSettleIt(@ForAll("environments") Environment environment, @ForAll long seed) {
        Random random = new Random(seed);
        Simulator simulator = environment.simulator();
        for (Request request : requests(environment, random)) {
            Decision decision = simulator.evaluate(request);

            assertThat(decision.unknownKeys().isEmpty()).isEqualTo(decision.isDetermined());
            if (decision.unknownKeys().stream().noneMatch(Request.PLACEHOLDERS::contains)) {
                Decision settled = simulator.evaluate(settle(request, decision.unknownKeys(), random));
                assertThat(settled.unknownKeys())
                        .as("%s, which depends on %s", request, decision.unknownKeys())
                        .isEmpty();
            }
        }
    }

    @Property(tries = 800)
    void anExplanationSaysWhatWasDecided(@ForAll("environments") Environment environment, @ForAll long seed) {
        Simulator simulator = environment.simulator();
        for (Request request : requests(environment, new Random(seed))) {
            Explanation explanation = simulator.explain(request);

            assertThat(explanation.decision()).isEqualTo(simulator.evaluate(request));
            for (ResourceExplanation resource : explanation.resources()) {
                Request alone = new Request(
                        request.principal(),
                        request.action(),
                        resource.resource().stream().collect(ImmutableList.toImmutableList()),
                        request.context());
                assertThat(resource.decision()).isEqualTo(simulator.evaluate(alone));
            }
        }
    }

    @Property(tries = 800)
    void doubtsOnlyOpenDecisions(@ForAll("environments") Environment environment, @ForAll long seed) {
        Simulator relying = environment.simulator();
        Simulator doubting = environment.simulator(ALL);
        Reliance reliance = new Reliance(environment::simulator, ALL);
        for (Request request : requests(environment, new Random(seed))) {
            Set<Outcome> possible = relying.evaluate(request).possible();
            Set<Outcome> doubted = doubting.evaluate(request).possible();

            assertThat(doubted).containsAll(possible);
            assertThat(reliance.of(request).isEmpty()).isEqualTo(doubted.equals(possible));
        }
    }

    private static List<Request> requests(Environment environment, Random random) {
        return Stream.generate(() -> RequestArbitraries.nearByAnybody(environment.documents(), random))
                .filter(request -> owners(request).size() < 2)
                .limit(4)
                .toList();
    }

    /** The accounts that resources of a request are of; a call on resources of two has no one aws:ResourceAccount. */
    private static ImmutableSet<String> owners(Request request) {
        return request.resources().stream()
                .flatMap(resource -> owner(request, resource).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What is no resource, or one of AWS, counts as one of the caller. */
    private static Optional<String> owner(Request request, String resource) {
        String inArn = Arn.parse(resource).map(Arn::account).orElse("");
        return resource.equals("*") || inArn.equals("aws")
                ? request.principal().account()
                : Optional.of(inArn).filter(Arn::isAccountId);
    }

    /** The request with values, or absence, for those of the keys that are unknown in it. */
    private static Request settle(Request request, Set<ConditionKey> keys, Random random) {
        return request.with(ImmutableMap.copyOf(Maps.asMap(
                keys.stream()
                        .filter(key -> request.context().get(key).isUnknown())
                        .collect(ImmutableSet.toImmutableSet()),
                key -> key.equals(Facts.RESOURCE_ACCOUNT)
                        ? ContextValue.of(owners(request).stream().findFirst().orElse("111122223333"))
                        : RequestArbitraries.settled(request, key, random))));
    }
}
