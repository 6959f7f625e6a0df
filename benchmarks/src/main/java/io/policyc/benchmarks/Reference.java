package io.policyc.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.organization.Level;
import io.policyc.policy.PolicyWriter;
import io.policyc.request.Request;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.reference.ReferenceEvaluator;
import io.policyc.simulator.reference.ReferenceEvaluator.Context;
import io.policyc.simulator.reference.ReferenceEvaluator.Document;
import io.policyc.simulator.reference.ReferenceEvaluator.Policies;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reference evaluator of the simulator's tests, asked what the simulator is asked. */
final class Reference {
    private final Policies policies;

    /** A request in the reference evaluator's own words. */
    record Question(ReferenceEvaluator.Request request) {}

    Reference(ImmutableList<Level> levels) {
        ImmutableList.Builder<Document> documents = ImmutableList.builder();
        ImmutableSet.Builder<String> types = ImmutableSet.builder();
        for (Level level : levels) {
            String type = "SCP " + level.name();
            types.add(type);
            level.policies()
                    .forEach(policy ->
                            documents.add(new Document(type, policy.name(), PolicyWriter.minified(policy.document()))));
        }
        this.policies = new Policies(documents.build(), types.build(), ImmutableSet.of("*"));
    }

    static Question question(Request request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> lists = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        request.context().mentioned().forEach((key, value) -> {
            if (value.isUnknown()) {
                unknown.add(key.folded());
            } else if (value.isPresent()) {
                values.put(key.folded(), value.values());
            }
            if (value.list()) {
                lists.add(key.folded());
            }
        });
        String caller = request.principal().arn().map(arn -> "AWS " + arn).orElse("");
        return new Question(new ReferenceEvaluator.Request(
                caller, "", request.action(), request.resources(), new Context(values, lists, unknown)));
    }

    Outcome decide(Question question) {
        try {
            Set<ReferenceEvaluator.Outcome> possible =
                    ReferenceEvaluator.evaluate(policies, question.request()).possible();
            return possible.size() > 1
                    ? Outcome.UNDETERMINED
                    : Outcome.valueOf(possible.iterator().next().name());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
