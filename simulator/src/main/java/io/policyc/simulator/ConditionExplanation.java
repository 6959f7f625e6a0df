package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.ContextValue;
import io.policyc.request.RequestContext;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.Locale;
import java.util.Optional;

/**
 * A condition's verdict on a request.
 *
 * @param actual what the request says of the key
 * @param values each value of the condition compared alone with the request's value; empty where comparing one alone says
 *     nothing, as for an absent key
 */
public record ConditionExplanation(
        Condition condition, Truth truth, ContextValue actual, ImmutableList<ValueExplanation> values) {

    /**
     * A value of the condition on its own, negation left aside.
     *
     * @param note what a reader would otherwise overlook, such as a match but for letter case
     */
    public record ValueExplanation(ValueTemplate value, Truth matches, Optional<String> note) {}

    static ConditionExplanation of(PlannedCondition planned, PolicyVersion version, RequestContext context) {
        Condition condition = planned.condition();
        ContextValue actual = context.get(condition.key());
        return new ConditionExplanation(
                condition, planned.test(context), actual, values(planned, version, actual, context));
    }

    private static ImmutableList<ValueExplanation> values(
            PlannedCondition planned, PolicyVersion version, ContextValue actual, RequestContext context) {
        Condition condition = planned.condition();
        boolean multivalued =
                ContextKeys.typeOf(condition.key()).map(KeyType::multivalued).orElse(actual.list());
        boolean unqualified = condition.operator().qualifier() == SetQualifier.NONE;
        boolean comparable = actual.isPresent()
                && !(multivalued && unqualified)
                && actual.values().size() == 1
                && condition.operator().comparison() != Comparison.NULL;
        if (!comparable) {
            return ImmutableList.of();
        }
        String text = actual.values().get(0);
        ConditionOperator positive =
                ConditionOperator.of(positive(condition.operator().comparison()));
        ImmutableList.Builder<ValueExplanation> values = ImmutableList.builder();
        for (ValueTemplate value : condition.values()) {
            Condition alone = new Condition(positive, condition.key(), ImmutableList.of(value));
            Truth truth =
                    Planner.plan(alone, Effect.ALLOW, version, Doubts.NONE).testValue(text, context);
            values.add(new ValueExplanation(value, truth, note(truth, alone, text, context)));
        }
        return values.build();
    }

    private static Optional<String> note(Truth truth, Condition alone, String text, RequestContext context) {
        ValueTemplate value = alone.values().get(0);
        if (alone.operator().comparison().family() == Comparison.Family.ARN
                && !Literals.isWellFormed(value, alone.operator().comparison())) {
            return Optional.of("is no ARN pattern, which fails towards denial");
        }
        boolean caseMatters = alone.operator().comparison().family() == Comparison.Family.STRING
                || alone.operator().comparison().family() == Comparison.Family.ARN;
        if (truth != Truth.FALSE || !caseMatters || value.text().contains("${")) {
            return Optional.empty();
        }
        ValueTemplate lower = new ValueTemplate(value.text().toLowerCase(Locale.ROOT));
        Condition folded = new Condition(alone.operator(), alone.key(), ImmutableList.of(lower));
        Truth lowerTruth = Planner.plan(folded, Effect.ALLOW, PolicyVersion.V2012_10_17, Doubts.NONE)
                .testValue(text.toLowerCase(Locale.ROOT), context);
        return lowerTruth == Truth.TRUE ? Optional.of("differs in letter case only") : Optional.empty();
    }

    private static Comparison positive(Comparison comparison) {
        return switch (comparison) {
            case STRING_NOT_EQUALS -> Comparison.STRING_EQUALS;
            case STRING_NOT_EQUALS_IGNORE_CASE -> Comparison.STRING_EQUALS_IGNORE_CASE;
            case STRING_NOT_LIKE -> Comparison.STRING_LIKE;
            case NUMERIC_NOT_EQUALS -> Comparison.NUMERIC_EQUALS;
            case DATE_NOT_EQUALS -> Comparison.DATE_EQUALS;
            case NOT_IP_ADDRESS -> Comparison.IP_ADDRESS;
            case ARN_NOT_EQUALS -> Comparison.ARN_EQUALS;
            case ARN_NOT_LIKE -> Comparison.ARN_LIKE;
            default -> comparison;
        };
    }
}
