package io.policyc.policy;

import io.policyc.policy.ValueTemplate.Variable;
import java.util.stream.Stream;

/**
 * A context key that a policy asks for, and as what it compares it: in a condition as the operator does, in a policy variable
 * as text.
 */
public record KeyUse(ConditionKey key, Comparison.Family family) {

    /** In the order of the text, each as often as it stands there. */
    public static Stream<KeyUse> of(PolicyDocument document) {
        return document.statements().stream().flatMap(statement -> of(statement, document.effectiveVersion()));
    }

    /** Those of a statement in a document of a version. */
    public static Stream<KeyUse> of(Statement statement, PolicyVersion version) {
        Stream<KeyUse> resources = statement.resource().stream()
                .flatMap(element -> element.patterns().stream())
                .flatMap(value -> of(value, version));
        return Stream.concat(resources, statement.conditions().stream().flatMap(condition -> of(condition, version)));
    }

    private static Stream<KeyUse> of(Condition condition, PolicyVersion version) {
        return Stream.concat(
                Stream.of(new KeyUse(
                        condition.key(), condition.operator().comparison().family())),
                condition.values().stream().flatMap(value -> of(value, version)));
    }

    /** The variables of a value. Names that no key can have, as in a placeholder that nobody filled in, are left out. */
    public static Stream<KeyUse> of(ValueTemplate value, PolicyVersion version) {
        if (value.text().indexOf('$') < 0) {
            return Stream.empty();
        }
        return value.parts(version).stream()
                .filter(Variable.class::isInstance)
                .map(part -> ((Variable) part).key())
                .filter(key -> ConditionKey.isValid(key.spelling()))
                .map(key -> new KeyUse(key, Comparison.Family.STRING));
    }
}
