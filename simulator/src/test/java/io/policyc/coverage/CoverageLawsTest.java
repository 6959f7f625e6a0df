package io.policyc.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.policyc.expectation.TestedPolicies;
import io.policyc.organization.OrganizationArbitraries;
import io.policyc.policy.Comparison;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.Statement;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.simulator.ConditionExplanation;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Explanation.PolicyExplanation;
import io.policyc.simulator.Simulator;
import io.policyc.simulator.StatementExplanation;
import io.policyc.simulator.Truth;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Documents written by hand, and requests near to them. */
class CoverageLawsTest {

    @Provide
    Arbitrary<ImmutableList<LocatedPolicy>> policies() {
        return OrganizationArbitraries.policies()
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(documents ->
                        OrganizationArbitraries.named(List.of(documents)).get(0).policies());
    }

    @Property(tries = 200)
    void aFurtherRequestNeverLowersIt(@ForAll("policies") ImmutableList<LocatedPolicy> policies, @ForAll long seed) {
        List<Request> requests = requests(policies, seed);
        CoverageReport before = coverage(policies, List.of());
        for (int count = 1; count <= requests.size(); count++) {
            CoverageReport after = coverage(policies, requests.subList(0, count));
            for (int i = 0; i < policies.size(); i++) {
                PolicyCoverage lower = before.policies().get(i);
                PolicyCoverage higher = after.policies().get(i);
                assertNotLower(lower.statements(), higher.statements());
                assertNotLower(lower.conditions(), higher.conditions());
            }
            before = after;
        }
    }

    private static void assertNotLower(Counts lower, Counts higher) {
        assertThat(higher.all()).isEqualTo(lower.all());
        assertThat(higher.exercised()).isBetween(lower.exercised(), higher.all());
    }

    @Property(tries = 200)
    void theOrderOfRequestsDoesNotMatter(@ForAll("policies") ImmutableList<LocatedPolicy> policies, @ForAll long seed) {
        List<Request> requests = requests(policies, seed);

        assertThat(coverage(policies, Lists.reverse(requests))).isEqualTo(coverage(policies, requests));
    }

    /** Counted once more from the explanations. */
    @Property(tries = 400)
    void itIsWhatTheExplanationsShow(@ForAll("policies") ImmutableList<LocatedPolicy> policies, @ForAll long seed) {
        List<Request> requests = requests(policies, seed);
        Simulator simulator = TestedPolicies.trial(policies).simulator();
        IdentityHashMap<LocatedPolicy, Shown> shown = new IdentityHashMap<>();
        policies.forEach(policy -> shown.put(policy, new Shown(policy.document())));
        for (Request request : requests) {
            simulator.explain(request).resources().stream()
                    .flatMap(resource -> resource.levels().stream())
                    .flatMap(level -> level.policies().stream())
                    .filter(policy -> shown.containsKey(policy.policy()))
                    .forEach(policy ->
                            Objects.requireNonNull(shown.get(policy.policy())).add(policy));
        }
        CoverageReport report = coverage(policies, requests);
        for (int i = 0; i < policies.size(); i++) {
            PolicyCoverage actual = report.policies().get(i);
            Shown expected = Objects.requireNonNull(shown.get(policies.get(i)));
            assertThat(actual.statements().exercised()).isEqualTo(expected.matched());
            assertThat(actual.conditions().exercised()).isEqualTo(expected.sightings());
            Statistics.collect(actual.statements().exercised() > 0 ? "matched" : "nothing matched");
        }
    }

    @Property(tries = 400)
    void aStatementThatDecidesIsExercised(
            @ForAll("policies") ImmutableList<LocatedPolicy> policies, @ForAll long seed) {
        Simulator simulator = TestedPolicies.trial(policies).simulator();
        for (Request request : requests(policies, seed)) {
            CoverageReport report = coverage(policies, List.of(request));
            simulator.evaluate(request).deciding().stream()
                    .filter(statement -> policies.contains(statement.policy()))
                    .forEach(statement -> assertThat(report.policies().stream()
                                    .filter(policy -> policy.policy()
                                            .equals(statement.policy().name()))
                                    .findFirst()
                                    .orElseThrow()
                                    .statements()
                                    .exercised())
                            .isPositive());
        }
    }

    /** Where a decision is open, a statement that did not match may be what keeps it open. */
    @Property(tries = 400)
    void nobodyMissesADenyThatNeverMatched(
            @ForAll("policies") ImmutableList<LocatedPolicy> policies, @ForAll long seed) {
        List<Request> requests = requests(policies, seed);
        ImmutableList<LocatedPolicy> without =
                policies.stream().map(policy -> without(policy, requests)).collect(ImmutableList.toImmutableList());
        Simulator before = TestedPolicies.trial(policies).simulator();
        Simulator after = TestedPolicies.trial(without).simulator();
        for (Request request : requests) {
            Decision decision = before.evaluate(request);
            if (decision.isDetermined()) {
                assertThat(after.evaluate(request).outcome()).isEqualTo(decision.outcome());
            }
        }
        Statistics.collect(without.equals(policies) ? "all matched" : "some removed");
    }

    /** The policy without its uncovered Deny statements; the last statement stays. */
    private static LocatedPolicy without(LocatedPolicy policy, List<Request> requests) {
        ImmutableList<Statement> statements = policy.document().statements();
        ImmutableList<Statement> kept = statements.stream()
                .filter(statement -> statement.effect() == Effect.ALLOW || isCovered(policy, statement, requests))
                .collect(ImmutableList.toImmutableList());
        return kept.isEmpty() ? policy : with(policy, kept);
    }

    private static boolean isCovered(LocatedPolicy policy, Statement statement, List<Request> requests) {
        ImmutableList<LocatedPolicy> alone = ImmutableList.of(with(policy, ImmutableList.of(statement)));
        return coverage(alone, requests).statements().exercised() == 1;
    }

    private static LocatedPolicy with(LocatedPolicy policy, ImmutableList<Statement> statements) {
        PolicyDocument document = policy.document();
        return LocatedPolicy.withoutPlaces(
                policy.name(), new PolicyDocument(document.version(), document.id(), statements));
    }

    private static List<Request> requests(ImmutableList<LocatedPolicy> policies, long seed) {
        Random random = new Random(seed);
        List<PolicyDocument> documents =
                policies.stream().map(LocatedPolicy::document).toList();
        return Stream.generate(() -> RequestArbitraries.near(ImmutableList.copyOf(documents), random))
                .limit(6)
                .toList();
    }

    private static CoverageReport coverage(ImmutableList<LocatedPolicy> policies, List<Request> requests) {
        IdentityHashMap<LocatedPolicy, ImmutableList<MeasuredPolicy>> measured = new IdentityHashMap<>();
        policies.forEach(policy -> measured.put(policy, ImmutableList.of(MeasuredPolicy.of(policy))));
        return Requests.coverage(
                policies.stream()
                        .flatMap(policy -> Objects.requireNonNull(measured.get(policy)).stream())
                        .collect(ImmutableList.toImmutableList()),
                document -> measured.getOrDefault(document, ImmutableList.of()),
                policies,
                requests);
    }

    /** What explanations showed of a policy. */
    private static final class Shown {
        private final boolean[] matched;
        private final List<List<Set<Sighting>>> seen;

        Shown(PolicyDocument document) {
            this.matched = new boolean[document.statements().size()];
            this.seen = document.statements().stream()
                    .map(statement -> statement.conditions().stream()
                            .<Set<Sighting>>map(condition -> EnumSet.noneOf(Sighting.class))
                            .toList())
                    .toList();
        }

        void add(PolicyExplanation policy) {
            for (int i = 0; i < matched.length; i++) {
                StatementExplanation statement = policy.statements().get(i);
                matched[i] |= statement.truth() == Truth.TRUE;
                if (statement.action() == Truth.TRUE && statement.resource() == Truth.TRUE) {
                    for (int j = 0; j < statement.conditions().size(); j++) {
                        add(statement.conditions().get(j), seen.get(i).get(j));
                    }
                }
            }
        }

        private static void add(ConditionExplanation condition, Set<Sighting> sightings) {
            ContextValue actual = condition.actual();
            boolean isNull = condition.condition().operator().comparison() == Comparison.NULL;
            boolean noValue = actual.equals(ContextValue.ABSENT)
                    || (actual.isPresent() && actual.values().isEmpty());
            Set<Sighting> possible = Sighting.possible(condition.condition());
            if (noValue && !isNull) {
                sightings.add(Sighting.ABSENT);
            } else if (condition.truth() != Truth.UNKNOWN) {
                sightings.add(condition.truth() == Truth.TRUE ? Sighting.TRUE : Sighting.FALSE);
            }
            sightings.retainAll(possible);
        }

        int matched() {
            return (int)
                    IntStream.range(0, matched.length).filter(i -> matched[i]).count();
        }

        int sightings() {
            return seen.stream().flatMap(List::stream).mapToInt(Set::size).sum();
        }
    }
}
