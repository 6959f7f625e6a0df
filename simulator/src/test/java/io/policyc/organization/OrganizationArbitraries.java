package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyArbitraries;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyType;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of the levels above an account and of whole organizations. */
public final class OrganizationArbitraries {
    private OrganizationArbitraries() {}

    /**
     * One to three levels, each with up to five policies: some over the whole language, some of one telling statement.
     * FullAWSAccess is mostly among them, as in real ones.
     */
    public static Arbitrary<ImmutableList<Level>> levels() {
        Arbitrary<List<PolicyDocument>> own = Arbitraries.frequency(
                        Tuple.of(2, 0), Tuple.of(4, 1), Tuple.of(2, 2), Tuple.of(1, 4))
                .flatMap(size -> policies().list().ofSize(size));
        Arbitrary<Boolean> full = Arbitraries.frequency(Tuple.of(6, true), Tuple.of(1, false));
        return Combinators.combine(full, own)
                .as((withFull, documents) -> policies(withFull, documents))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(OrganizationArbitraries::named)
                .withoutEdgeCases();
    }

    /** SCPs: half of them over the whole language, half of one telling statement. */
    public static Arbitrary<PolicyDocument> policies() {
        return policies(PolicyType.SERVICE_CONTROL_POLICY);
    }

    /** Policies of a type: half of them over the whole language, half of few telling statements. */
    public static Arbitrary<PolicyDocument> policies(PolicyType type) {
        return Arbitraries.oneOf(PolicyArbitraries.documents(type), FocusedPolicies.documents(type));
    }

    private static List<PolicyDocument> policies(boolean withFull, List<PolicyDocument> documents) {
        List<PolicyDocument> policies = new ArrayList<>(documents);
        if (withFull) {
            policies.add(policies.size() / 2, LocatedPolicy.FULL_AWS_ACCESS.document());
        }
        return policies;
    }

    /** Levels and policies with names that tell their place: level 1 is {@code L1}, its policy 2 is {@code L1P2}. */
    public static ImmutableList<Level> named(List<? extends List<PolicyDocument>> documents) {
        ImmutableList.Builder<Level> levels = ImmutableList.builder();
        for (int level = 0; level < documents.size(); level++) {
            ImmutableList.Builder<LocatedPolicy> policies = ImmutableList.builder();
            for (int policy = 0; policy < documents.get(level).size(); policy++) {
                policies.add(LocatedPolicy.withoutPlaces(
                        "L" + level + "P" + policy, documents.get(level).get(policy)));
            }
            levels.add(new Level("L" + level, policies.build()));
        }
        return levels.build();
    }

    /** All documents of some levels. */
    public static ImmutableList<PolicyDocument> documents(List<Level> levels) {
        return levels.stream()
                .flatMap(level -> level.policies().stream())
                .map(LocatedPolicy::document)
                .collect(ImmutableList.toImmutableList());
    }
}
