package io.policyc.simulator;

import io.policyc.policy.Condition;
import io.policyc.request.RequestContext;

/** Bool: on both sides every text that is not {@code true}, in any case, counts as false (observed at AWS, 2026). */
final class BoolCondition extends PlannedCondition {
    private final boolean wantsTrue;
    private final boolean wantsFalse;

    BoolCondition(Condition condition) {
        super(condition);
        this.wantsTrue = condition.values().stream().anyMatch(value -> isTrue(value.text()));
        this.wantsFalse = condition.values().stream().anyMatch(value -> !isTrue(value.text()));
    }

    @Override
    Truth testValue(String value, RequestContext context) {
        return Truth.of(isTrue(value) ? wantsTrue : wantsFalse);
    }

    static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true");
    }
}
