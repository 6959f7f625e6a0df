package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.KeyUse;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.ContextValue;

/**
 * An upper bound of what it takes to decide one action on one resource, in steps of comparing a character, so that a call
 * that would take hours is refused before it starts.
 */
final class Effort {
    /** Of one answer; some seconds. */
    static final long MOST = 2_000_000_000L;

    /** The longest value of a policy with its variables filled in. */
    private static final long LONGEST_VALUE = 4 * 1024 * 1024;

    private static final int LONGEST_ACTION = 128;

    /** Values with variables are made ready anew for each request, which is dearer than comparing. */
    private static final int TO_PREPARE = 50;

    private final ImmutableMap<ConditionKey, ContextValue> context;
    private final long resource;

    private Effort(ImmutableMap<ConditionKey, ContextValue> context, long resource) {
        this.context = context;
        this.resource = resource;
    }

    static long ofOneResource(SimulationRequest call, ImmutableMap<ConditionKey, ContextValue> context) {
        Effort effort = new Effort(
                context,
                call.resources().stream().mapToInt(String::length).max().orElse(1));
        // Most policies are asked twice: with the others, and on their own.
        return Math.min(MOST + 1, 2 * call.policies().mapToLong(effort::of).sum());
    }

    private long of(LocatedPolicy policy) {
        PolicyVersion version = policy.document().effectiveVersion();
        return policy.document().statements().stream()
                .mapToLong(statement -> of(statement, version))
                .sum();
    }

    private long of(Statement statement, PolicyVersion version) {
        long actions = (long) statement.action().patterns().size() * LONGEST_ACTION;
        long resources = statement.resource().stream()
                .flatMap(element -> element.patterns().stream())
                .mapToLong(value -> comparing(value, version, 1, resource))
                .sum();
        return actions
                + resources
                + statement.conditions().stream()
                        .mapToLong(condition -> of(condition, version))
                        .sum();
    }

    private long of(Condition condition, PolicyVersion version) {
        ImmutableList<String> values = values(condition.key());
        long length = values.stream().mapToLong(String::length).sum();
        return condition.values().stream()
                .mapToLong(value -> comparing(value, version, values.size(), length))
                .sum();
    }

    private ImmutableList<String> values(ConditionKey key) {
        return context.getOrDefault(key, ContextValue.ABSENT).values();
    }

    /** Comparing values of a length together: each step of a glob advances 64 characters of the pattern. */
    private long comparing(ValueTemplate value, PolicyVersion version, int values, long length) {
        long filled = KeyUse.of(value, version)
                .mapToLong(use ->
                        values(use.key()).stream().mapToLong(String::length).sum())
                .sum();
        long pattern = value.text().length() + filled;
        if (pattern > LONGEST_VALUE) {
            throw ApiError.invalidInput("a value of a policy has more than 4 MiB with its variables filled in");
        }
        long toPrepare = value.text().indexOf('$') < 0 ? 1 : TO_PREPARE;
        return Math.min(MOST, 1 + values * pattern * toPrepare + length * (1 + pattern / Long.SIZE));
    }
}
