package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.policyc.organization.Level;
import io.policyc.organization.OrganizationArbitraries;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.request.RequestKeys;
import io.policyc.simulator.Explanation.PolicyExplanation;
import io.policyc.simulator.Explanation.ResourceExplanation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every organization and every request, whatever the rules of matching are. */
class SimulatorLawsTest {

    @Provide
    Arbitrary<ImmutableList<Level>> levels() {
        return OrganizationArbitraries.levels();
    }

    @Provide
    Arbitrary<PolicyDocument> denies() {
        return OrganizationArbitraries.policies()
                .map(policy -> new PolicyDocument(
                        policy.version(),
                        policy.id(),
                        policy.statements().stream()
                                .map(SimulatorLawsTest::deny)
                                .collect(ImmutableList.toImmutableList())));
    }

    @Property(tries = 1_000)
    void aFurtherDenyNeverAllows(
            @ForAll("levels") ImmutableList<Level> levels, @ForAll("denies") PolicyDocument denies, @ForAll long seed) {
        Random random = new Random(seed);
        int at = random.nextInt(levels.size());
        List<Level> further = new ArrayList<>(levels);
        further.set(
                at,
                new Level(
                        "more",
                        random.nextBoolean() ? beside(levels.get(at), denies) : inside(levels.get(at), denies)));
        Simulator before = Simulator.prepare(levels);
        Simulator after = Simulator.prepare(further);
        for (Request request : requests(OrganizationArbitraries.documents(further), random)) {
            Decision stricter = after.evaluate(request);

            if (stricter.possible().contains(Outcome.ALLOWED)) {
                assertThat(before.evaluate(request).possible()).contains(Outcome.ALLOWED);
            }
            if (before.evaluate(request).isDenied()) {
                assertThat(stricter.isDenied()).isTrue();
            }
        }
    }

    @Property(tries = 1_000)
    void whatIsUnknownNeverChangesWhatIsDetermined(@ForAll("levels") ImmutableList<Level> levels, @ForAll long seed) {
        Random random = new Random(seed);
        Simulator simulator = Simulator.prepare(levels);
        ImmutableSet<ConditionKey> keys = RequestKeys.of(OrganizationArbitraries.documents(levels));
        for (Request request : requests(OrganizationArbitraries.documents(levels), random)) {
            Decision decision = simulator.evaluate(request);
            Request concrete = settle(request, keys, random);
            Decision settled = simulator.evaluate(concrete);

            assertThat(decision.possible())
                    .as("%s, settled as %s", request, concrete)
                    .containsAll(settled.possible());
            assertThat(settled.isDetermined()).isTrue();
            assertThat(settled.unknownKeys()).isEmpty();
        }
    }

    @Property(tries = 1_000)
    void theUnknownKeysOfADecisionSettleIt(@ForAll("levels") ImmutableList<Level> levels, @ForAll long seed) {
        Random random = new Random(seed);
        Simulator simulator = Simulator.prepare(levels);
        for (Request request : requests(OrganizationArbitraries.documents(levels), random)) {
            Decision decision = simulator.evaluate(request);

            assertThat(decision.unknownKeys().isEmpty()).isEqualTo(decision.isDetermined());
            assertThat(decision.unknownKeys())
                    .allMatch(key -> request.context().get(key).isUnknown());
            assertThat(simulator
                            .evaluate(settle(request, decision.unknownKeys(), random))
                            .isDetermined())
                    .isTrue();
        }
    }

    @Property(tries = 1_000)
    void anExplanationSaysWhatWasDecided(@ForAll("levels") ImmutableList<Level> levels, @ForAll long seed) {
        Simulator simulator = Simulator.prepare(levels);
        for (Request request : requests(OrganizationArbitraries.documents(levels), new Random(seed))) {
            Explanation explanation = simulator.explain(request);

            assertThat(explanation.decision()).isEqualTo(simulator.evaluate(request));
            for (ResourceExplanation resource : explanation.resources()) {
                Request alone = new Request(
                        request.principal(),
                        request.action(),
                        resource.resource().stream().collect(ImmutableList.toImmutableList()),
                        request.context());
                assertThat(resource.decision()).isEqualTo(simulator.evaluate(alone));
                resource.levels().stream()
                        .flatMap(level -> level.policies().stream())
                        .forEach(policy -> consistent(policy, alone));
            }
        }
    }

    private static void consistent(PolicyExplanation policy, Request request) {
        PolicyVersion version = policy.policy().document().effectiveVersion();
        for (StatementExplanation statement : policy.statements()) {
            Truth parts = Stream.concat(
                            Stream.of(statement.action(), statement.resource()),
                            statement.conditions().stream().map(ConditionExplanation::truth))
                    .reduce(Truth.TRUE, Truth::and);
            assertThat(statement.truth()).isEqualTo(parts);
            assertThat(statement.truth())
                    .isEqualTo(StatementMatcher.prepare(statement.statement(), version)
                            .matches(request));
        }
    }

    @Property(tries = 1_000)
    void theOrderOfPoliciesAtALevelDoesNotMatter(@ForAll("levels") ImmutableList<Level> levels, @ForAll long seed) {
        Random random = new Random(seed);
        ImmutableList.Builder<Level> shuffled = ImmutableList.builder();
        for (Level level : levels) {
            List<LocatedPolicy> policies = new ArrayList<>(level.policies());
            Collections.shuffle(policies, random);
            shuffled.add(new Level(level.name(), ImmutableList.copyOf(policies)));
        }
        Simulator one = Simulator.prepare(levels);
        Simulator other = Simulator.prepare(shuffled.build());
        for (Request request : requests(OrganizationArbitraries.documents(levels), random)) {
            Decision expected = one.evaluate(request);
            Decision actual = other.evaluate(request);

            assertThat(actual.possible()).isEqualTo(expected.possible());
            assertThat(actual.deciding()).containsExactlyInAnyOrderElementsOf(expected.deciding());
            assertThat(actual.unknownKeys()).isEqualTo(expected.unknownKeys());
        }
    }

    @Property(tries = 50)
    void threadsDoNotDisturbEachOther(@ForAll("levels") ImmutableList<Level> levels, @ForAll long seed)
            throws Exception {
        Simulator simulator = Simulator.prepare(levels);
        List<Request> requests = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            requests.addAll(requests(OrganizationArbitraries.documents(levels), random));
        }
        List<Decision> expected = requests.stream().map(simulator::evaluate).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Decision>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(
                        () -> requests.stream().map(simulator::evaluate).toList()));
            }
            for (Future<List<Decision>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Request> requests(ImmutableList<PolicyDocument> documents, Random random) {
        return Stream.generate(() -> RequestArbitraries.near(documents, random))
                .limit(4)
                .toList();
    }

    /** The request with values, or absence, for those of the keys that are unknown in it. */
    private static Request settle(Request request, Collection<ConditionKey> keys, Random random) {
        return request.with(ImmutableMap.copyOf(Maps.asMap(
                ImmutableSet.copyOf(keys.stream()
                        .filter(key -> request.context().get(key).isUnknown())
                        .toList()),
                key -> RequestArbitraries.settled(request, key, random))));
    }

    private static ImmutableList<LocatedPolicy> beside(Level level, PolicyDocument policy) {
        return ImmutableList.<LocatedPolicy>builder()
                .add(LocatedPolicy.withoutPlaces("denies", policy))
                .addAll(level.policies())
                .build();
    }

    /** The level with further statements inside its first policy. */
    private static ImmutableList<LocatedPolicy> inside(Level level, PolicyDocument denies) {
        if (level.policies().isEmpty()) {
            return beside(level, denies);
        }
        List<LocatedPolicy> policies = new ArrayList<>(level.policies());
        PolicyDocument first = policies.get(0).document();
        ImmutableList<Statement> statements = ImmutableList.<Statement>builder()
                .addAll(first.statements())
                .addAll(denies.statements())
                .build();
        policies.set(
                0, LocatedPolicy.withoutPlaces("more", new PolicyDocument(first.version(), first.id(), statements)));
        return ImmutableList.copyOf(policies);
    }

    private static Statement deny(Statement statement) {
        return Statement.of(
                Effect.DENY, statement.action(), statement.resource().orElseThrow(), statement.conditions());
    }
}
