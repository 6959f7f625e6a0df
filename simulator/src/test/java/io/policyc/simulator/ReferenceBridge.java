package io.policyc.simulator;

import io.policyc.organization.Level;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyWriter;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.simulator.reference.ReferenceEvaluator;
import io.policyc.simulator.reference.ReferenceEvaluator.StatementIndex;
import io.policyc.vocabulary.ContextKeys;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in the reference evaluator's terms what the simulator is asked, and the other way round what it answered. */
final class ReferenceBridge {
    private ReferenceBridge() {}

    static ReferenceEvaluator.Answer answer(List<Level> levels, Set<ConditionKey> keys, Request request) {
        return ReferenceEvaluator.evaluate(texts(levels), request(request, keys));
    }

    private static List<List<String>> texts(List<Level> levels) {
        return levels.stream()
                .map(level -> level.policies().stream()
                        .map(policy -> PolicyWriter.minified(policy.document()))
                        .toList())
                .toList();
    }

    /** A key that the request does not mention is unknown here, while the reference takes such a key for absent. */
    private static ReferenceEvaluator.Request request(Request request, Set<ConditionKey> keys) {
        Map<String, ReferenceEvaluator.Key> context = new LinkedHashMap<>();
        Map<String, Boolean> multivalued = new HashMap<>();
        for (ConditionKey key : keys) {
            ContextValue value = request.context().get(key);
            if (value.isUnknown()) {
                context.put(key.spelling(), new ReferenceEvaluator.Key.Unknown());
            } else if (value.list()) {
                context.put(key.spelling(), new ReferenceEvaluator.Key.Many(value.values()));
            } else if (value.isPresent()) {
                context.put(
                        key.spelling(),
                        new ReferenceEvaluator.Key.One(value.values().get(0)));
            }
            ContextKeys.typeOf(key).ifPresent(type -> multivalued.put(key.spelling(), type.multivalued()));
        }
        return new ReferenceEvaluator.Request(request.action(), request.resources(), context, multivalued);
    }

    static Set<ReferenceEvaluator.Outcome> possible(Decision decision) {
        return decision.possible().stream()
                .map(outcome -> ReferenceEvaluator.Outcome.valueOf(outcome.name()))
                .collect(Collectors.toSet());
    }

    /** The places of deciding statements, by the names that OrganizationArbitraries gives levels and policies. */
    static Set<StatementIndex> places(Decision decision) {
        return decision.deciding().stream()
                .map(statement -> new StatementIndex(
                        Integer.parseInt(statement.level().substring(1)),
                        Integer.parseInt(statement
                                .policy()
                                .name()
                                .substring(statement.policy().name().indexOf('P') + 1)),
                        statement.index()))
                .collect(Collectors.toSet());
    }
}
