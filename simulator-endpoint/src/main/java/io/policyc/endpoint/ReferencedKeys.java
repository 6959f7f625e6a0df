package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Variable;
import java.util.stream.Stream;

/** The context keys that policies ask for: in conditions and in policy variables, in the order of the text. */
final class ReferencedKeys {
    private ReferencedKeys() {}

    static Stream<ConditionKey> of(LocatedPolicy policy) {
        return policy.document().statements().stream().flatMap(statement -> of(statement, version(policy)));
    }

    static PolicyVersion version(LocatedPolicy policy) {
        return policy.document().effectiveVersion();
    }

    static Stream<ConditionKey> of(Statement statement, PolicyVersion version) {
        Stream<ConditionKey> resources = statement.resource().stream()
                .flatMap(element -> element.patterns().stream())
                .flatMap(value -> variables(value, version).stream());
        return Stream.concat(resources, statement.conditions().stream().flatMap(condition -> of(condition, version)));
    }

    private static Stream<ConditionKey> of(Condition condition, PolicyVersion version) {
        return Stream.concat(
                Stream.of(condition.key()),
                condition.values().stream().flatMap(value -> variables(value, version).stream()));
    }

    /** Names that no key can have, as in a placeholder that nobody filled in, are left out. */
    static ImmutableList<ConditionKey> variables(ValueTemplate value, PolicyVersion version) {
        if (value.text().indexOf('$') < 0) {
            return ImmutableList.of();
        }
        return value.parts(version).stream()
                .filter(Variable.class::isInstance)
                .map(part -> ((Variable) part).key())
                .filter(key -> ConditionKey.isValid(key.spelling()))
                .collect(ImmutableList.toImmutableList());
    }
}
