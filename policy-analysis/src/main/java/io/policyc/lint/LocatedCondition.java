package io.policyc.lint;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.policy.ValueTemplate.Variable;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.Optional;

/**
 * A condition with the statement that it stands in.
 *
 * @param index 0-based
 */
public record LocatedCondition(LocatedStatement in, int index) {

    public Condition condition() {
        return in.statement().conditions().get(index);
    }

    public ConditionKey key() {
        return condition().key();
    }

    boolean hasKey(String name) {
        return key().equals(ConditionKey.of(name));
    }

    /** The key's declared type; empty for a key that the catalogue does not have. */
    Optional<KeyType> keyType() {
        return ContextKeys.typeOf(key());
    }

    public ConditionOperator operator() {
        return condition().operator();
    }

    public Comparison comparison() {
        return operator().comparison();
    }

    public ImmutableList<ValueTemplate> values() {
        return condition().values();
    }

    /** A value's parts by the version of the document; variables only where the operator has them. */
    public ImmutableList<Part> parts(ValueTemplate value) {
        PolicyVersion version = comparison().hasVariables() ? in.version() : PolicyVersion.V2008_10_17;
        return value.parts(version);
    }

    boolean hasVariable(ValueTemplate value) {
        return parts(value).stream().anyMatch(Variable.class::isInstance);
    }

    /** Whether the statement asks elsewhere whether the key is there. */
    public boolean presenceIsAsked() {
        return in.asksForPresence(key());
    }

    public Finding finding(FindingId id, String message, String help) {
        return in.finding(id, in.conditionPlace(index), message, help);
    }
}
