package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.SampleValues;
import io.policyc.policy.Statement;
import io.policyc.vocabulary.Client;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws one request that matches a statement or almost does. */
final class NearRequest {
    private final ImmutableList<PolicyDocument> policies;
    private final Random random;
    private final Draw draw;
    private final TextChanges changes;
    private final AimedValues aimed;

    NearRequest(ImmutableList<PolicyDocument> policies, Random random) {
        this.policies = policies;
        this.random = random;
        this.draw = new Draw(random);
        this.changes = new TextChanges(draw);
        this.aimed = new AimedValues(draw);
    }

    Request draw() {
        List<Statement> statements = new ArrayList<>();
        policies.forEach(policy -> statements.addAll(policy.statements()));
        String action = draw.of(SampleValues.ACTIONS);
        List<String> resources = new ArrayList<>(List.of(draw.of(SampleValues.RESOURCES)));
        Map<ConditionKey, ContextValue> context = new LinkedHashMap<>();
        for (ConditionKey key : RequestKeys.of(policies)) {
            context.put(key, draw.below(5) < 2 ? ContextValue.ABSENT : aimed.ofPool(key));
        }
        if (!statements.isEmpty() && !draw.chance(10)) {
            Statement statement = draw.of(statements);
            action = aimed.action(statement.action());
            resources.set(0, aimed.resource(statement.resource().orElseThrow(), context));
            for (Condition condition : statement.conditions()) {
                context.put(condition.key(), aimed.at(condition, context));
            }
        }
        while (draw.chance(4)) {
            resources.add(
                    statements.isEmpty()
                            ? draw.of(SampleValues.RESOURCES)
                            : aimed.resource(draw.of(statements).resource().orElseThrow(), context));
        }
        if (draw.below(3) < 2) {
            action = changeOne(action, resources, context);
        }
        if (draw.below(5) < 2) {
            context.replaceAll((key, value) -> draw.chance(3) ? ContextValue.UNKNOWN : value);
        }
        return request(action, resources, context);
    }

    /** Changes the action, a resource or a key; the action as it is then. */
    private String changeOne(String action, List<String> resources, Map<ConditionKey, ContextValue> context) {
        int what = draw.below(3 + 2 * context.size());
        if (what == 0) {
            String changed = changes.change(action);
            return changed.indexOf(':') > 0 ? changed : changes.otherCase(action);
        }
        if (what <= 2) {
            int at = draw.below(resources.size());
            resources.set(at, changes.change(resources.get(at)));
            return action;
        }
        ConditionKey key = draw.of(ImmutableList.copyOf(context.keySet()));
        context.put(key, aimed.changed(key, context.get(key), changes));
        return action;
    }

    private Request request(String action, List<String> resources, Map<ConditionKey, ContextValue> context) {
        Principal principal = new Principals(random, RequestArbitraries.ACCOUNT).bound();
        Request.Builder builder = Request.builder(principal, action).resources(resources);
        if (draw.chance(3)) {
            builder.client(Client.named(draw.of(Client.names())).orElseThrow())
                    .region(draw.of("eu-central-1", "us-east-1"));
        }
        if (draw.chance(3)) {
            builder.sourceIp("203.0.113.7").time(Instant.parse("2026-01-01T00:00:00Z"));
        }
        Request derived = builder.build();
        context.keySet().removeIf(key -> !derived.context().get(key).isUnknown() && draw.chance(4));
        return derived.with(context);
    }
}
