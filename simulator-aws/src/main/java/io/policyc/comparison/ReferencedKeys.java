package io.policyc.comparison;

import com.google.common.collect.ImmutableSetMultimap;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Variable;
import java.util.List;

/** The context keys that policies look at, and as what they compare them; a variable puts in the text of its key. */
final class ReferencedKeys {
    private final ImmutableSetMultimap.Builder<ConditionKey, Comparison.Family> uses = ImmutableSetMultimap.builder();

    private ReferencedKeys() {}

    static ImmutableSetMultimap<ConditionKey, Comparison.Family> of(Iterable<PolicyDocument> documents) {
        ReferencedKeys keys = new ReferencedKeys();
        for (PolicyDocument document : documents) {
            document.statements().forEach(statement -> keys.add(statement, document.effectiveVersion()));
        }
        return keys.uses.build();
    }

    private void add(Statement statement, PolicyVersion version) {
        statement.resource().ifPresent(resource -> addVariables(resource.patterns(), version));
        for (Condition condition : statement.conditions()) {
            uses.put(condition.key(), condition.operator().comparison().family());
            addVariables(condition.values(), version);
        }
    }

    /** Names without a service are keys that no request carries. */
    private void addVariables(List<ValueTemplate> templates, PolicyVersion version) {
        for (ValueTemplate template : templates) {
            for (ValueTemplate.Part part : template.parts(version)) {
                if (part instanceof Variable variable
                        && ConditionKey.isValid(variable.key().spelling())) {
                    uses.put(variable.key(), Comparison.Family.STRING);
                }
            }
        }
    }
}
