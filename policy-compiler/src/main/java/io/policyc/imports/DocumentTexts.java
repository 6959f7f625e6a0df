package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The texts of a statement that may hold placeholders: resources and values of conditions. An action can hold none. */
final class DocumentTexts {
    private DocumentTexts() {}

    static Stream<String> of(Statement statement) {
        return Stream.concat(
                        statement.resource().stream().flatMap(resource -> resource.patterns().stream()),
                        statement.conditions().stream().flatMap(condition -> condition.values().stream()))
                .map(ValueTemplate::text);
    }

    /** The statement with other texts. */
    static Statement changed(Statement statement, UnaryOperator<String> change) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principal(),
                statement.action(),
                statement
                        .resource()
                        .map(resource -> resource.<ResourceElement>fold(
                                some -> new ResourceElement.Resource(values(some.patterns(), change)),
                                others -> new ResourceElement.NotResource(values(others.patterns(), change)))),
                statement.conditions().stream()
                        .map(condition -> new Condition(
                                condition.operator(), condition.key(), values(condition.values(), change)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<ValueTemplate> values(
            ImmutableList<ValueTemplate> values, UnaryOperator<String> change) {
        return values.stream()
                .map(value -> new ValueTemplate(change.apply(value.text())))
                .collect(ImmutableList.toImmutableList());
    }
}
