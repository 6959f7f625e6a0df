package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.organization.Level;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.KeyUse;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.ContextValue;
import io.policyc.request.Principal;
import io.policyc.simulator.DecidingStatement;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import io.policyc.simulator.SimulatorBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides the actions of a call with the offline simulator.
 *
 * <p>Without a resource policy the types of policies are asked one after the other, each as if it were a level of SCPs:
 * each has to allow, a Deny of any wins. That is what a call asks, which says nothing of key policies and trust policies.
 */
final class Simulation {
    private static final ConditionKey RESOURCE_ACCOUNT = ConditionKey.of("aws:ResourceAccount");

    private final SimulationRequest call;
    private final ImmutableMap<ConditionKey, ContextValue> context;
    private final Optional<Simulator> organization;
    private final Simulator identity;
    private final Optional<Simulator> boundary;
    private final Optional<WithResourcePolicy> withResourcePolicy;

    /** All types of policies together, and the resource's policy beside an identity that may do everything. */
    private record WithResourcePolicy(Simulator all, Simulator alone) {}

    Simulation(SimulationRequest call) {
        this.call = call;
        this.context = context(call);
        this.organization = call.levels().isEmpty() ? Optional.empty() : Optional.of(Simulator.prepare(call.levels()));
        this.identity = Simulator.prepare(ImmutableList.of(new Level("PolicyInputList", call.identity())));
        this.boundary = call.boundary()
                .map(policy -> Simulator.prepare(ImmutableList.of(new Level(policy.name(), ImmutableList.of(policy)))));
        this.withResourcePolicy = call.resourcePolicy().map(policy -> prepare(call, policy));
    }

    private static WithResourcePolicy prepare(SimulationRequest call, LocatedPolicy policy) {
        SimulatorBuilder all = Simulator.builder()
                .levels(call.levels())
                .identityPolicies(call.identity())
                .resourcePolicy(policy);
        call.boundary().ifPresent(all::boundary);
        Simulator alone = Simulator.builder()
                .identityPolicies(ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS))
                .resourcePolicy(policy)
                .prepare();
        return new WithResourcePolicy(all.prepare(), alone);
    }

    /** What is given, over what follows from the caller; every other key that a policy asks for is absent. */
    private static ImmutableMap<ConditionKey, ContextValue> context(SimulationRequest call) {
        Map<ConditionKey, ContextValue> context = new LinkedHashMap<>();
        call.policies()
                .flatMap(policy -> KeyUse.of(policy.document()))
                .forEach(use -> context.put(use.key(), ContextValue.ABSENT));
        context.putAll(call.caller().filled());
        context.putAll(call.context());
        return ImmutableMap.copyOf(context);
    }

    /** Every key that a policy asks for, and those that follow from the caller. */
    ImmutableMap<ConditionKey, ContextValue> context() {
        return context;
    }

    /** One evaluation for each resource of the call, or for {@code *} where it names none. */
    ImmutableList<Evaluation> evaluate(String action) {
        ImmutableList<String> resources = call.resources().isEmpty() ? ImmutableList.of("*") : call.resources();
        return resources.stream().map(resource -> evaluate(action, resource)).collect(ImmutableList.toImmutableList());
    }

    private Evaluation evaluate(String action, String resource) {
        Optional<String> owner = owner(resource);
        boolean across = !owner.equals(call.caller().account());
        Question question = new Question(action, resource, withResourcePolicy.isPresent() ? owned(owner) : context);
        Principal caller = call.caller().principal();
        Optional<Decision> byOrganizations = organization.map(simulator -> question.ask(simulator, caller));
        Decision byIdentity = question.ask(identity, Caller.anybody());
        Optional<Decision> byBoundary = boundary.map(simulator -> question.ask(simulator, Caller.anybody()));
        Optional<Decision> byResource = withResourcePolicy.map(with -> question.ask(with.alone(), caller));
        ImmutableList<Decision> visible = Stream.of(Stream.of(byIdentity), byBoundary.stream(), byResource.stream())
                .flatMap(decisions -> decisions)
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Decision> deciding = withResourcePolicy
                .map(with -> ImmutableList.of(question.ask(with.all(), caller)))
                .orElseGet(() -> concat(visible, byOrganizations));
        // Nothing in the account of the resource allows it.
        Outcome atBest = across && withResourcePolicy.isEmpty() ? Outcome.IMPLICIT_DENY : Outcome.ALLOWED;
        Outcome outcome = question.worst(atBest, deciding);
        Optional<Boolean> organizations = byOrganizations.map(question::isAllowed);
        boolean silent = organizations.equals(Optional.of(false));
        ImmutableMap.Builder<String, Outcome> details = ImmutableMap.builder();
        if (across) {
            details.put("IAM Policy", question.determined(byIdentity));
            details.put("Resource Policy", byResource.map(question::determined).orElse(Outcome.IMPLICIT_DENY));
            byBoundary.ifPresent(found -> details.put("Permissions Boundary Policy", question.determined(found)));
        }
        return new Evaluation(
                resource,
                outcome,
                silent ? ImmutableList.of() : matched(outcome, deciding),
                silent || outcome != Outcome.IMPLICIT_DENY ? ImmutableList.of() : missing(visible),
                organizations,
                byBoundary.map(question::isAllowed),
                details.buildOrThrow());
    }

    private static ImmutableList<Decision> concat(ImmutableList<Decision> visible, Optional<Decision> other) {
        return Stream.concat(visible.stream(), other.stream()).collect(ImmutableList.toImmutableList());
    }

    /** The account of a resource: that in its ARN, else the one that the call names, else the caller's. */
    private Optional<String> owner(String resource) {
        String inArn = Arn.parse(resource).map(Arn::account).orElse("");
        if (call.caller().given().isEmpty() || inArn.equals("aws")) {
            return call.caller().account();
        }
        return Arn.isAccountId(inArn)
                ? Optional.of(inArn)
                : call.resourceOwner().or(() -> call.caller().account());
    }

    /** The resource's policy counts by whose the resource is, which the evaluation takes from this key. */
    private ImmutableMap<ConditionKey, ContextValue> owned(Optional<String> owner) {
        ContextValue known = ContextValue.of(owner.orElseThrow());
        ContextValue given = call.context().getOrDefault(RESOURCE_ACCOUNT, known);
        if (!given.equals(known)) {
            throw ApiError.invalidInput("the context entry aws:ResourceAccount says another account than the ARN of the"
                    + " resource, ResourceOwner or CallerArn");
        }
        Map<ConditionKey, ContextValue> owned = new LinkedHashMap<>(context);
        owned.put(RESOURCE_ACCOUNT, known);
        return ImmutableMap.copyOf(owned);
    }

    /** The statements that decided, of all that decided alike; those of SCPs are never told. */
    private static ImmutableList<DecidingStatement> matched(Outcome outcome, ImmutableList<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.outcome() == outcome)
                .flatMap(decision -> decision.deciding().stream())
                .filter(statement -> MatchedStatements.areTold(statement.policy()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The keys of all statements that do not match, whatever they are about, but for those that the call gives. */
    private ImmutableList<String> missing(ImmutableList<Decision> visible) {
        ImmutableSet.Builder<String> keys = ImmutableSet.builder();
        ImmutableSet<Place> matching = visible.stream()
                .flatMap(decision -> decision.deciding().stream())
                .map(statement -> new Place(statement.policy().name(), statement.index()))
                .collect(ImmutableSet.toImmutableSet());
        call.visiblePolicies().forEach(policy -> {
            for (int i = 0; i < policy.document().statements().size(); i++) {
                if (!matching.contains(new Place(policy.name(), i))) {
                    KeyUse.of(
                                    policy.document().statements().get(i),
                                    policy.document().effectiveVersion())
                            .map(KeyUse::key)
                            .filter(key -> !call.context().containsKey(key))
                            .forEach(key -> keys.add(key.spelling()));
                }
            }
        });
        return keys.build().asList();
    }

    /** A statement, by its policy's name in the call. */
    private record Place(String policy, int statement) {}
}
