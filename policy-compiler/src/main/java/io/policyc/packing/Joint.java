package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ActionElement;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ConditionSlot;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A list by which two statements may differ and become one: its elements are joined. */
interface Joint {
    /** Statements with more conditions are not compared condition by condition. */
    int MOST_CONDITIONS = 32;

    Joint ACTIONS = new Joint() {
        @Override
        public Optional<String> rest(Statement statement) {
            return statement.action() instanceof ActionElement.Action
                    ? Optional.of(Likeness.withoutAction(statement))
                    : Optional.empty();
        }

        @Override
        public Statement join(Statement one, Statement other) {
            return rebuilt(
                    one,
                    new ActionElement.Action(
                            distinct(one.action().patterns(), other.action().patterns())),
                    one.resource(),
                    one.conditions());
        }
    };

    Joint RESOURCES = new Joint() {
        @Override
        public Optional<String> rest(Statement statement) {
            return statement
                    .resource()
                    .filter(ResourceElement.Resource.class::isInstance)
                    .map(resource -> Likeness.withoutResource(statement));
        }

        @Override
        public Statement join(Statement one, Statement other) {
            return rebuilt(
                    one,
                    one.action(),
                    Optional.of(new ResourceElement.Resource(distinct(
                            one.resource().orElseThrow().patterns(),
                            other.resource().orElseThrow().patterns()))),
                    one.conditions());
        }
    };

    /** All of the statement but the list, in a form in which equal meaning is equal text; empty if it has no such list. */
    Optional<String> rest(Statement statement);

    /** One statement for two with the same rest. */
    Statement join(Statement one, Statement other);

    static Joint ofCondition(ConditionSlot slot) {
        Predicate<Condition> joined = condition -> ConditionSlot.of(condition).equals(slot) && isAnyOf(condition);
        return new Joint() {
            @Override
            public Optional<String> rest(Statement statement) {
                return statement.conditions().size() <= MOST_CONDITIONS
                                && statement.conditions().stream().anyMatch(joined)
                        ? Optional.of(Likeness.withoutCondition(statement, slot))
                        : Optional.empty();
            }

            @Override
            public Statement join(Statement one, Statement other) {
                Condition added =
                        other.conditions().stream().filter(joined).findFirst().orElseThrow();
                return rebuilt(
                        one,
                        one.action(),
                        one.resource(),
                        one.conditions().stream()
                                .map(condition -> joined.test(condition)
                                        ? new Condition(
                                                condition.operator(),
                                                condition.key(),
                                                distinct(condition.values(), added.values()))
                                        : condition)
                                .collect(ImmutableList.toImmutableList()));
            }
        };
    }

    /** Whether the condition holds of a longer list exactly where it holds of one of its parts. */
    private static boolean isAnyOf(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        return !comparison.negated()
                && condition.operator().qualifier() != SetQualifier.FOR_ALL_VALUES
                && Coverage.isPlainList(condition);
    }

    private static <T> ImmutableList<T> distinct(ImmutableList<T> one, ImmutableList<T> other) {
        return Stream.concat(one.stream(), other.stream())
                .collect(ImmutableSet.toImmutableSet())
                .asList();
    }

    private static Statement rebuilt(
            Statement one,
            ActionElement action,
            Optional<? extends ResourceElement> resource,
            ImmutableList<Condition> conditions) {
        return new Statement(
                one.sid(), one.effect(), one.principal(), action, resource.map(found -> found), conditions);
    }
}
