package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.TestedPolicies;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.KeyUse;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests that leave open what makes no difference. A service takes nothing that is open, so one of the requests that may
 * be meant is asked about: on the resource {@code *}, and without the keys that are unknown.
 */
final class FilledIn {
    private static final ImmutableSet<Obstacle> OPEN = ImmutableSet.of(Obstacle.RESOURCE, Obstacle.UNKNOWN_KEY);

    private final TestedPolicies policies;
    private final Simulator simulator;

    /** Prepares the policies, once for all requests that meet them. */
    FilledIn(TestedPolicies policies) {
        this.policies = policies;
        this.simulator = policies.simulator();
    }

    /** Whether it was something open that kept the service from being asked. */
    static boolean mayHelp(Answer answer) {
        return answer instanceof NotComparable reason && OPEN.contains(reason.obstacle());
    }

    /** The request with nothing open; empty if it leaves nothing open, or if that is decided otherwise. */
    Optional<Request> of(Request request, Outcome offline) {
        Map<ConditionKey, ContextValue> absent = new LinkedHashMap<>();
        documents(request)
                .flatMap(KeyUse::of)
                .map(KeyUse::key)
                .filter(key -> request.context().get(key).isUnknown())
                .forEach(key -> absent.put(key, ContextValue.ABSENT));
        ImmutableList<String> resources = request.resources().isEmpty() ? ImmutableList.of("*") : request.resources();
        Request filled = new Request(
                request.principal(),
                request.action(),
                resources,
                request.context().with(absent));
        boolean same = simulator.evaluate(filled).outcome() == offline;
        return same && !filled.equals(request) ? Optional.of(filled) : Optional.empty();
    }

    private Stream<PolicyDocument> documents(Request request) {
        Stream<LocatedPolicy> scps = PathStatements.of(policies, request.principal()).levels().stream()
                .flatMap(level -> level.policies().stream());
        Stream<LocatedPolicy> others = Stream.of(
                        policies.identity().stream().flatMap(ImmutableList::stream),
                        policies.boundary().stream(),
                        policies.resource().stream())
                .flatMap(found -> found);
        return Stream.concat(scps, others).map(LocatedPolicy::document);
    }
}
