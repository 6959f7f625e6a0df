package io.policyc.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.policyc.organization.Level;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyWriter;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.simulator.reference.ReferenceEvaluator;
import io.policyc.simulator.reference.ReferenceEvaluator.Context;
import io.policyc.simulator.reference.ReferenceEvaluator.Document;
import io.policyc.simulator.reference.ReferenceEvaluator.Place;
import io.policyc.simulator.reference.ReferenceEvaluator.Policies;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in the reference evaluator's terms what the simulator is asked, and the other way round what it answered. */
final class ReferenceBridge {
    private ReferenceBridge() {}

    static ReferenceEvaluator.Decision answer(List<Level> levels, Set<ConditionKey> keys, Request request) {
        Set<String> types = levels.stream().map(level -> "SCP " + level.name()).collect(Collectors.toSet());
        List<Document> documents = levels.stream()
                .flatMap(level -> level.policies().stream()
                        .map(policy -> new Document(
                                "SCP " + level.name(), policy.name(), PolicyWriter.minified(policy.document()))))
                .toList();
        try {
            return ReferenceEvaluator.evaluate(new Policies(documents, types, Set.of("*")), request(request, keys));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A key is a list if its declared type is; the shape of its value tells only where no type is declared. */
    private static ReferenceEvaluator.Request request(Request request, Set<ConditionKey> keys) {
        Map<String, List<String>> context = new HashMap<>();
        Set<String> lists = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        for (ConditionKey key : keys) {
            ContextValue value = request.context().get(key);
            boolean list = ContextKeys.typeOf(key).map(KeyType::multivalued).orElse(value.list());
            if (value.isUnknown()) {
                unknown.add(key.folded());
            } else if (value.isPresent() && (list || !value.values().isEmpty())) {
                context.put(key.folded(), value.values());
                lists.addAll(list ? Set.of(key.folded()) : Set.of());
            }
        }
        Context known = new Context(context, lists, unknown);
        return new ReferenceEvaluator.Request(
                request.principal().arn().map("AWS "::concat).orElse(""),
                "",
                request.action(),
                request.resources(),
                known);
    }

    static Set<ReferenceEvaluator.Outcome> possible(Decision decision) {
        return decision.possible().stream()
                .map(outcome -> ReferenceEvaluator.Outcome.valueOf(outcome.name()))
                .collect(Collectors.toSet());
    }

    static Set<Place> places(Decision decision) {
        return decision.deciding().stream()
                .map(statement ->
                        new Place("SCP " + statement.level(), statement.policy().name(), statement.index()))
                .collect(Collectors.toSet());
    }
}
