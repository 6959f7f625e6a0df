package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionSlot;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Statements as text in which those that mean the same by their form are equal: without Sid, lists sorted, actions and
 * keys in lower case. One part is left out.
 */
final class Likeness {
    private static final ActionElement ANY_ACTION = new ActionElement.Action(ImmutableList.of(new ActionPattern("*")));
    private static final Comparator<ValueTemplate> BY_TEXT = Comparator.comparing(ValueTemplate::text);

    private Likeness() {}

    static String withoutAction(Statement statement) {
        return text(statement, ANY_ACTION, resource(statement), statement.conditions());
    }

    static String withoutResource(Statement statement) {
        return text(statement, action(statement), Optional.empty(), statement.conditions());
    }

    static String withoutCondition(Statement statement, ConditionSlot slot) {
        return text(
                statement,
                action(statement),
                resource(statement),
                statement.conditions().stream()
                        .filter(condition -> !ConditionSlot.of(condition).equals(slot))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static String text(
            Statement statement,
            ActionElement action,
            Optional<ResourceElement> resource,
            ImmutableList<Condition> conditions) {
        ImmutableList<Condition> sorted = conditions.stream()
                .sorted(Comparator.comparing(ConditionSlot::of))
                .map(Likeness::alike)
                .collect(ImmutableList.toImmutableList());
        Statement alike =
                new Statement(Optional.empty(), statement.effect(), statement.principal(), action, resource, sorted);
        return PolicyWriter.minified(PolicyDocument.of(ImmutableList.of(alike)));
    }

    private static ActionElement action(Statement statement) {
        ImmutableList<ActionPattern> sorted = statement.action().patterns().stream()
                .map(pattern -> new ActionPattern(pattern.text().toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted(Comparator.comparing(ActionPattern::text))
                .collect(ImmutableList.toImmutableList());
        return statement
                .action()
                .fold(action -> new ActionElement.Action(sorted), not -> new ActionElement.NotAction(sorted));
    }

    private static Optional<ResourceElement> resource(Statement statement) {
        return statement.resource().map(element -> {
            ImmutableList<ValueTemplate> sorted =
                    element.patterns().stream().distinct().sorted(BY_TEXT).collect(ImmutableList.toImmutableList());
            return element.fold(
                    one -> new ResourceElement.Resource(sorted), not -> new ResourceElement.NotResource(sorted));
        });
    }

    private static Condition alike(Condition condition) {
        return new Condition(
                condition.operator(),
                ConditionKey.of(condition.key().folded()),
                Coverage.isPlainList(condition)
                        ? condition.values().stream()
                                .distinct()
                                .sorted(BY_TEXT)
                                .collect(ImmutableList.toImmutableList())
                        : condition.values());
    }
}
