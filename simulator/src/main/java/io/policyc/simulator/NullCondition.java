package io.policyc.simulator;

import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.request.ContextValue;
import io.policyc.request.RequestContext;

/**
 * Null: true means absent, every other text means present (observed at AWS, 2026). An empty string is present. With a set
 * qualifier it says nothing about presence: ForAllValues is always true, ForAnyValue always false, as Access Analyzer's
 * check on it says.
 */
final class NullCondition extends PlannedCondition {
    private final boolean wantsAbsent;
    private final boolean wantsPresent;

    NullCondition(Condition condition, Doubts doubts) {
        super(condition, doubts);
        this.wantsAbsent = condition.values().stream().anyMatch(value -> BoolCondition.isTrue(value.text()));
        this.wantsPresent = condition.values().stream().anyMatch(value -> !BoolCondition.isTrue(value.text()));
    }

    @Override
    Truth test(RequestContext context) {
        SetQualifier qualifier = condition().operator().qualifier();
        if (qualifier != SetQualifier.NONE) {
            return doubts().restingOn(
                            DoubtfulRule.NULL_WITH_QUALIFIER, Truth.of(qualifier == SetQualifier.FOR_ALL_VALUES));
        }
        ContextValue value = context.get(condition().key());
        return switch (value.state()) {
            case UNKNOWN -> Truth.UNKNOWN;
            case ABSENT -> Truth.of(wantsAbsent);
            case VALUE_UNKNOWN -> Truth.of(wantsPresent);
            case PRESENT ->
                value.values().isEmpty()
                        ? doubts().restingOn(DoubtfulRule.EMPTY_LIST_NULL, Truth.of(wantsAbsent))
                        : Truth.of(wantsPresent);
        };
    }

    @Override
    Truth testValue(String value, RequestContext context) {
        return Truth.of(wantsPresent);
    }
}
