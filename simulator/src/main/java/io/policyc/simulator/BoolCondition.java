package io.policyc.simulator;

import io.policyc.policy.Condition;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.RequestContext;

/** Bool: on both sides every text that is not {@code true}, in any case, counts as false (observed at AWS, 2026). */
final class BoolCondition extends PlannedCondition {
    private final boolean wantsTrue;
    private final boolean wantsFalse;
    private final boolean hasVariable;

    BoolCondition(Condition condition, PolicyVersion version, Doubts doubts) {
        super(condition, doubts);
        this.hasVariable = condition.values().stream()
                .flatMap(value -> value.parts(version).stream())
                .anyMatch(part -> part instanceof ValueTemplate.Variable);
        this.wantsTrue = condition.values().stream().anyMatch(value -> isTrue(value.text()));
        this.wantsFalse = condition.values().stream().anyMatch(value -> !isTrue(value.text()));
    }

    @Override
    Truth testValue(String value, RequestContext context) {
        Truth truth = Truth.of(isTrue(value) ? wantsTrue : wantsFalse);
        return hasVariable ? doubts().restingOn(DoubtfulRule.BOOL_VARIABLE, truth) : truth;
    }

    static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true");
    }
}
