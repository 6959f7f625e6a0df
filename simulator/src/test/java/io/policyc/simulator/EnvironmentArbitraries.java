package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Level;
import io.policyc.organization.OrganizationArbitraries;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyType;
import io.policyc.simulator.Environment.Membership;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of environments: of each type of policies none, one or several, as many as there can be of it. */
final class EnvironmentArbitraries {
    private static final PolicyDocument FULL_ACCESS = LocatedPolicy.FULL_AWS_ACCESS.document();

    private EnvironmentArbitraries() {}

    static Arbitrary<Environment> environments() {
        Arbitrary<Environment> organizationOnly = Combinators.combine(Arbitraries.of(Membership.class), scps(), rcps())
                .as((membership, scps, rcps) -> environment(
                        membership,
                        scps,
                        rcps,
                        Optional.empty(),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        ImmutableList.of()));
        Arbitrary<Environment> all = Combinators.combine(
                        Arbitraries.of(Membership.class),
                        scps(),
                        rcps(),
                        limits(PolicyType.IDENTITY_POLICY, 0, 1, 1, 2, 3).optional(0.9),
                        limits(PolicyType.PERMISSIONS_BOUNDARY, 0, 0, 1, 1, 1),
                        limits(PolicyType.SESSION_POLICY, 0, 0, 1, 1, 2),
                        policies(PolicyType.RESOURCE_POLICY, 0, 1),
                        policies(PolicyType.TRUST_POLICY, 0, 1))
                .as(EnvironmentArbitraries::environment);
        return Arbitraries.frequencyOf(Tuple.of(1, organizationOnly), Tuple.of(6, all))
                .withoutEdgeCases();
    }

    private static Environment environment(
            Membership membership,
            ImmutableList<Level> scps,
            ImmutableList<LocatedPolicy> rcps,
            Optional<ImmutableList<LocatedPolicy>> identity,
            ImmutableList<LocatedPolicy> boundary,
            ImmutableList<LocatedPolicy> session,
            ImmutableList<LocatedPolicy> resource,
            ImmutableList<LocatedPolicy> trust) {
        return new Environment(
                scps.size() < 2 ? Membership.EVERYBODY : membership,
                scps,
                rcps,
                identity,
                boundary.stream().findFirst(),
                session,
                resource.stream().findFirst(),
                trust.stream().filter(policy -> resource.isEmpty()).findFirst());
    }

    /** Every second time SCPs that stop nobody, so that the other types are heard. */
    private static Arbitrary<ImmutableList<Level>> scps() {
        Arbitrary<ImmutableList<Level>> open = Arbitraries.integers()
                .between(1, 3)
                .map(levels -> OrganizationArbitraries.named(
                        ImmutableList.copyOf(Collections.nCopies(levels, ImmutableList.of(FULL_ACCESS)))));
        return Arbitraries.oneOf(open, OrganizationArbitraries.levels());
    }

    private static Arbitrary<ImmutableList<LocatedPolicy>> rcps() {
        return policies(PolicyType.RESOURCE_CONTROL_POLICY, 0, 0, 0, 1, 2);
    }

    /** Policies of which some allow everything, which lets what they limit through. */
    private static Arbitrary<ImmutableList<LocatedPolicy>> limits(PolicyType type, Integer... sizes) {
        return policies(
                type,
                Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.just(FULL_ACCESS)),
                        Tuple.of(1, OrganizationArbitraries.policies(type))),
                sizes);
    }

    private static Arbitrary<ImmutableList<LocatedPolicy>> policies(PolicyType type, Integer... sizes) {
        return policies(type, OrganizationArbitraries.policies(type), sizes);
    }

    /** So many policies as one of the sizes says, with names that tell their place. */
    private static Arbitrary<ImmutableList<LocatedPolicy>> policies(
            PolicyType type, Arbitrary<PolicyDocument> documents, Integer... sizes) {
        return Arbitraries.of(sizes)
                .flatMap(size -> documents.list().ofSize(size))
                .map(list -> named(type, list));
    }

    private static ImmutableList<LocatedPolicy> named(PolicyType type, List<PolicyDocument> documents) {
        ImmutableList.Builder<LocatedPolicy> policies = ImmutableList.builder();
        for (int i = 0; i < documents.size(); i++) {
            policies.add(LocatedPolicy.withoutPlaces(type + "-" + i, documents.get(i)));
        }
        return policies.build();
    }
}
