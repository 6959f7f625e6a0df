package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One statement: it matches a request when its principal, action, resource and every condition match.
 *
 * <p>Conditions are kept as JSON holds them: grouped by operator, operators and keys in the order of first occurrence.
 *
 * @param resource absent only in policies that are attached to their resource, such as role trust policies
 */
public record Statement(
        Optional<Sid> sid,
        Effect effect,
        Optional<PrincipalElement> principal,
        ActionElement action,
        Optional<ResourceElement> resource,
        ImmutableList<Condition> conditions) {

    /** @throws IllegalArgumentException if two conditions have the same operator and key */
    public Statement {
        conditions = groupedByOperator(conditions);
    }

    /** A statement about every principal. */
    public static Statement of(
            Effect effect, ActionElement action, ResourceElement resource, Iterable<Condition> conditions) {
        return new Statement(
                Optional.empty(),
                effect,
                Optional.empty(),
                action,
                Optional.of(resource),
                ImmutableList.copyOf(conditions));
    }

    public Statement withSid(Sid name) {
        return new Statement(Optional.of(name), effect, principal, action, resource, conditions);
    }

    /** A multimap of lists: one of sets would drop an equal condition unseen, and list its values in order of insertion. */
    private static ImmutableList<Condition> groupedByOperator(ImmutableList<Condition> conditions) {
        ListMultimap<ConditionOperator, Condition> byOperator =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        conditions.forEach(condition -> byOperator.put(condition.operator(), condition));
        for (ConditionOperator operator : byOperator.keySet()) {
            Set<ConditionKey> keys = new HashSet<>();
            for (Condition condition : byOperator.get(operator)) {
                if (!keys.add(condition.key())) {
                    throw new IllegalArgumentException("two conditions for " + operator + " " + condition.key());
                }
            }
        }
        return ImmutableList.copyOf(byOperator.values());
    }
}
