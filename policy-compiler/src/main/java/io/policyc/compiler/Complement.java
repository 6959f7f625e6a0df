package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.intent.IntentFindings;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Variable;
import io.policyc.simulator.Literals;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.Optional;

/**
 * The exact complement of a condition: it holds of exactly the requests of which the condition does not, absent keys, empty
 * sets and unresolved variables included, for request values that are well-formed for their key. What has no complement is
 * refused with a finding. Proofs and premises: docs/design/003-exact-complements.md.
 */
final class Complement {
    private final LocatedCondition located;
    private final Condition condition;
    private final Comparison comparison;
    private final Findings findings;

    private Complement(LocatedCondition located, Findings findings) {
        this.located = located;
        this.condition = located.condition();
        this.comparison = condition.operator().comparison();
        this.findings = findings;
    }

    static Optional<Formula> of(LocatedCondition located, Findings findings) {
        Complement complement = new Complement(located, findings);
        if (complement.isRefused()) {
            return Optional.empty();
        }
        complement.warnAboutVariables();
        return switch (located.condition().operator().qualifier()) {
            case NONE -> Optional.of(complement.ofScalar());
            case FOR_ALL_VALUES -> Optional.of(complement.leaf(complement.opposite(SetQualifier.FOR_ANY_VALUE)));
            case FOR_ANY_VALUE -> Optional.of(complement.leaf(complement.opposite(SetQualifier.FOR_ALL_VALUES)));
        };
    }

    private Formula ofScalar() {
        if (comparison == Comparison.NULL) {
            return leaf(withBoolean(ConditionOperator.of(Comparison.NULL)));
        }
        boolean ifExists = condition.operator().ifExists();
        if (comparison.negated()) {
            // Both forms are true without the key; the positive one is false then.
            return leaf(opposite(SetQualifier.NONE));
        }
        if (comparison == Comparison.BOOL || isOrdering()) {
            // Plain is false without the key, so its complement takes IfExists, and the other way round.
            Condition opposite = opposite(SetQualifier.NONE);
            return leaf(
                    ifExists
                            ? opposite
                            : withOperator(opposite, opposite.operator().withIfExists()));
        }
        Condition opposite = opposite(SetQualifier.NONE);
        if (!ifExists) {
            return leaf(opposite);
        }
        Condition present = new Condition(
                ConditionOperator.of(Comparison.NULL), condition.key(), ImmutableList.of(new ValueTemplate("false")));
        return new Formula.And(ImmutableList.of(leaf(opposite), leaf(present)), located.place());
    }

    /** The opposite comparison of each value, under a qualifier and without IfExists. */
    private Condition opposite(SetQualifier qualifier) {
        ConditionOperator operator = new ConditionOperator(qualifier, Opposite.of(comparison), false);
        if (comparison == Comparison.BOOL) {
            return withBoolean(operator);
        }
        if (isOrdering()) {
            return new Condition(operator, condition.key(), ImmutableList.of(extreme()));
        }
        return new Condition(operator, condition.key(), condition.values());
    }

    /** Several bounds in one list mean the loosest one; only that one may be turned round. */
    private ValueTemplate extreme() {
        return Literals.loosest(condition.values(), comparison);
    }

    private Condition withBoolean(ConditionOperator operator) {
        String flipped = condition.values().get(0).text().equals("true") ? "false" : "true";
        return new Condition(operator, condition.key(), ImmutableList.of(new ValueTemplate(flipped)));
    }

    private static Condition withOperator(Condition condition, ConditionOperator operator) {
        return new Condition(operator, condition.key(), condition.values());
    }

    private Formula leaf(Condition opposite) {
        return new Formula.Leaf(new LocatedCondition(opposite, located.place()));
    }

    private boolean isOrdering() {
        return Literals.isOrdering(comparison);
    }

    private boolean isRefused() {
        if (comparison == Comparison.BINARY_EQUALS) {
            return refuse("BinaryEquals has no exact complement", "write StringEquals on the base64 text");
        }
        boolean any = condition.operator().qualifier() == SetQualifier.FOR_ANY_VALUE;
        if (any && condition.operator().ifExists()) {
            return refuse(
                    "what " + condition.operator().word() + " answers on an absent key is not documented",
                    "write `any: [{KEY: {Null: true}}, {KEY: {ForAnyValue:…}}]`");
        }
        if (condition.operator().qualifier() == SetQualifier.NONE && comparison != Comparison.NULL && isMultivalued()) {
            return refuse(
                    "`" + condition.key().spelling() + "` is multivalued, so neither "
                            + condition.operator().word() + " nor its opposite ever matches it",
                    "write ForAnyValue: or ForAllValues: before the operator");
        }
        boolean leavesMalformed = isOrdering()
                || comparison.family() == Comparison.Family.ARN
                || comparison.family() == Comparison.Family.IP;
        if (leavesMalformed && mayBeMalformed()) {
            return refuse(
                    "`" + condition.key().spelling() + "` may hold what "
                            + condition.operator().word()
                            + " takes for malformed, and a negation does not match that either",
                    "use an operator of the key's own type, or a String operator");
        }
        return false;
    }

    private boolean isMultivalued() {
        return type().map(KeyType::multivalued).orElse(false);
    }

    /**
     * Values that are well-formed for the key need not be for the operator: text that a caller chooses under IpAddress, or a
     * date under NumericLessThan. Of those the operator is false and its opposite too. A key without a declared type is
     * left to its author, who is warned where it is written.
     */
    private boolean mayBeMalformed() {
        return type().map(type -> type.values().family() != comparison.family()).orElse(false);
    }

    private Optional<KeyType> type() {
        return ContextKeys.typeOf(condition.key());
    }

    private void warnAboutVariables() {
        boolean variable =
                comparison.hasVariables() && condition.values().stream().anyMatch(Complement::mayStayUnresolved);
        if (variable) {
            findings.add(
                    IntentFindings.VARIABLE_IN_NEGATION,
                    located.place(),
                    "a variable without a value matches nothing here, so the rule denies",
                    "AWS's page also says that such a statement may be invalid as a whole; give a default: ${key, 'x'}");
        }
    }

    private static boolean mayStayUnresolved(ValueTemplate value) {
        return value.parts(PolicyVersion.V2012_10_17).stream()
                .anyMatch(part -> part instanceof Variable variable
                        && variable.defaultText().isEmpty());
    }

    private boolean refuse(String message, String help) {
        findings.add(IntentFindings.NO_COMPLEMENT, located.place(), message, help);
        return true;
    }
}
