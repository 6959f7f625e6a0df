package io.policyc.request;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.SamplePrincipals;
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
    private final ImmutableList<Statement> statements;
    private final ImmutableSet<ConditionKey> keys;
    private final boolean anybody;
    private final Random random;
    private final Draw draw;
    private final TextChanges changes;
    private final AimedValues aimed;

    /**
     * Draws requests near to some policies.
     *
     * @param anybody whether callers are of every kind and every account, and may leave the resource unsaid
     */
    NearRequest(ImmutableList<PolicyDocument> policies, boolean anybody, Random random) {
        this.statements = policies.stream()
                .flatMap(policy -> policy.statements().stream())
                .collect(ImmutableList.toImmutableList());
        this.keys = RequestKeys.of(policies);
        this.anybody = anybody;
        this.random = random;
        this.draw = new Draw(random);
        this.changes = new TextChanges(draw);
        this.aimed = new AimedValues(draw);
    }

    Request draw() {
        String action = draw.of(SampleValues.ACTIONS);
        List<String> resources = new ArrayList<>(List.of(draw.of(SampleValues.RESOURCES)));
        Map<ConditionKey, ContextValue> context = new LinkedHashMap<>();
        for (ConditionKey key : keys) {
            context.put(key, draw.below(5) < 2 ? ContextValue.ABSENT : aimed.ofPool(key));
        }
        if (!statements.isEmpty() && !draw.chance(10)) {
            Statement statement = draw.of(statements);
            action = aimed.action(statement.action());
            resources.set(0, resource(statement, context));
            for (Condition condition : statement.conditions()) {
                context.put(condition.key(), aimed.at(condition, context));
            }
        }
        while (draw.chance(4)) {
            resources.add(
                    statements.isEmpty() ? draw.of(SampleValues.RESOURCES) : resource(draw.of(statements), context));
        }
        if (draw.below(3) < 2) {
            action = changeOne(action, resources, context);
        }
        if (draw.below(5) < 2) {
            context.replaceAll((key, value) -> draw.chance(3) ? ContextValue.UNKNOWN : value);
        }
        if (anybody && draw.chance(20)) {
            resources.clear();
        }
        return request(action, resources, context);
    }

    private String resource(Statement statement, Map<ConditionKey, ContextValue> context) {
        return statement
                .resource()
                .map(resource -> aimed.resource(resource, context))
                .orElseGet(() -> draw.of(SampleValues.RESOURCES));
    }

    /** Mostly one whom a principal element lists, if there are any. */
    private Principal principal() {
        Principals principals = new Principals(random, RequestArbitraries.ACCOUNT);
        if (!anybody) {
            return principals.bound();
        }
        ImmutableList<PrincipalElement> elements = statements.stream()
                .flatMap(statement -> statement.principal().stream())
                .collect(ImmutableList.toImmutableList());
        return elements.isEmpty() || draw.chance(3) ? principals.any() : principals.of(draw.of(elements));
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
        Request.Builder builder = Request.builder(principal(), action).resources(resources);
        if (draw.chance(3)) {
            builder.client(Client.named(draw.of(Client.names())).orElseThrow())
                    .region(draw.of("eu-central-1", "us-east-1"));
        }
        if (draw.chance(3)) {
            builder.sourceIp("203.0.113.7").time(Instant.parse("2026-01-01T00:00:00Z"));
        }
        if (anybody && draw.chance(3)) {
            builder.resourceAccount(draw.of(SamplePrincipals.ACCOUNT, SamplePrincipals.OTHER_ACCOUNT));
        }
        Request derived = builder.build();
        context.keySet().removeIf(key -> !derived.context().get(key).equals(ContextValue.UNKNOWN) && draw.chance(4));
        return derived.with(context);
    }
}
