package io.policyc.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import io.policyc.policy.PolicyWriter;
import io.policyc.request.AwsService;
import io.policyc.request.ContextValue;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RequestKeys;
import io.policyc.request.RoleSession;
import io.policyc.request.WebIdentity;
import io.policyc.simulator.reference.ReferenceEvaluator;
import io.policyc.simulator.reference.ReferenceEvaluator.Context;
import io.policyc.simulator.reference.ReferenceEvaluator.Document;
import io.policyc.simulator.reference.ReferenceEvaluator.Place;
import io.policyc.simulator.reference.ReferenceEvaluator.Policies;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in the reference evaluator's terms what the simulator is asked, and the other way round what it answered. */
final class ReferenceBridge {
    private static final ImmutableMap<PolicyType, String> TYPES = ImmutableMap.of(
            PolicyType.RESOURCE_CONTROL_POLICY, "RCP",
            PolicyType.IDENTITY_POLICY, "IDENTITY",
            PolicyType.PERMISSIONS_BOUNDARY, "BOUNDARY",
            PolicyType.SESSION_POLICY, "SESSION",
            PolicyType.RESOURCE_POLICY, "RESOURCE",
            PolicyType.TRUST_POLICY, "TRUST");

    private final Environment environment;
    private final ImmutableSet<ConditionKey> keys;
    private final Map<Optional<String>, Policies> policies = new HashMap<>();

    ReferenceBridge(Environment environment) {
        this.environment = environment;
        this.keys = ImmutableSet.<ConditionKey>builder()
                .addAll(RequestKeys.of(environment.documents()))
                .add(Facts.RESOURCE_ACCOUNT)
                .build();
    }

    ReferenceEvaluator.Decision answer(Request request) {
        try {
            return ReferenceEvaluator.evaluate(
                    policies.computeIfAbsent(request.principal().account(), this::policies), request(request));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Policies policies(Optional<String> account) {
        Map<String, List<LocatedPolicy>> byType = new LinkedHashMap<>();
        environment.path(account).forEach(level -> byType.put("SCP " + level.name(), level.policies()));
        environment.identity().ifPresent(given -> byType.put("IDENTITY", given));
        environment.boundary().ifPresent(given -> byType.put("BOUNDARY", ImmutableList.of(given)));
        environment.resource().ifPresent(given -> byType.put("RESOURCE", ImmutableList.of(given)));
        environment.trust().ifPresent(given -> byType.put("TRUST", ImmutableList.of(given)));
        if (!environment.rcps().isEmpty()) {
            byType.put("RCP", environment.rcps());
        }
        if (!environment.session().isEmpty()) {
            byType.put("SESSION", environment.session());
        }
        List<Document> documents = new ArrayList<>();
        byType.forEach((type, list) -> list.forEach(
                policy -> documents.add(new Document(type, policy.name(), PolicyWriter.minified(policy.document())))));
        return new Policies(documents, byType.keySet(), environment.members().orElse(ImmutableSet.of("*")));
    }

    private ReferenceEvaluator.Request request(Request request) {
        return new ReferenceEvaluator.Request(
                caller(request.principal()),
                request.principal() instanceof RoleSession session
                        ? session.sessionName().orElse("")
                        : "",
                request.action(),
                request.resources(),
                context(request));
    }

    private static String caller(Principal principal) {
        if (principal instanceof AwsService service) {
            return "Service " + service.name();
        }
        if (principal instanceof WebIdentity identity) {
            return "Federated " + identity.provider();
        }
        return principal.arn().map(arn -> "AWS " + arn).orElse("");
    }

    /** A key is a list if its declared type is; the shape of its value tells only where no type is declared. */
    private Context context(Request request) {
        Map<String, List<String>> values = new HashMap<>();
        Set<String> lists = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        for (ConditionKey key : keys) {
            ContextValue value = request.context().get(key);
            boolean list = ContextKeys.typeOf(key).map(KeyType::multivalued).orElse(value.list());
            switch (value.state()) {
                case ABSENT -> {}
                case UNKNOWN -> unknown.add(key.folded());
                case VALUE_UNKNOWN -> {
                    unknown.add(key.folded());
                    values.put(key.folded(), ImmutableList.of("some value"));
                }
                case PRESENT -> {
                    if (list || !value.values().isEmpty()) {
                        values.put(key.folded(), value.values());
                        lists.addAll(list ? Set.of(key.folded()) : Set.of());
                    }
                }
            }
        }
        return new Context(values, lists, unknown);
    }

    static Set<ReferenceEvaluator.Outcome> possible(Decision decision) {
        return decision.possible().stream()
                .map(outcome -> ReferenceEvaluator.Outcome.valueOf(outcome.name()))
                .collect(Collectors.toSet());
    }

    /** The places of deciding statements; the names of policies and levels are unique in an environment. */
    static Set<Place> places(Decision decision) {
        return decision.deciding().stream()
                .map(statement -> new Place(
                        TYPES.getOrDefault(statement.type(), "SCP " + statement.level()),
                        statement.policy().name(),
                        statement.index()))
                .collect(Collectors.toSet());
    }
}
