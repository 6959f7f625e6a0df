package io.policyc.simulator;

import io.policyc.policy.Effect;
import io.policyc.simulator.Explanation.LevelExplanation;
import io.policyc.simulator.Explanation.PolicyExplanation;

/** Which parts of an explanation the decision rests on. */
final class Decisive {
    private final Decision decision;

    Decisive(Decision decision) {
        this.decision = decision;
    }

    boolean level(LevelExplanation level) {
        return decision.withoutAllow().contains(level.stage())
                || level.policies().stream().anyMatch(policy -> policy(level, policy));
    }

    boolean policy(LevelExplanation level, PolicyExplanation policy) {
        for (int i = 0; i < policy.statements().size(); i++) {
            if (statement(level, policy, i)) {
                return true;
            }
        }
        return false;
    }

    /** A statement that decided, or kept the decision open; where nothing allows, each Allow that could have. */
    boolean statement(LevelExplanation level, PolicyExplanation policy, int index) {
        StatementExplanation statement = policy.statements().get(index);
        return switch (decision.outcome()) {
            case UNDETERMINED -> statement.truth() == Truth.UNKNOWN;
            case IMPLICIT_DENY ->
                statement.statement().effect() == Effect.ALLOW
                        && decision.withoutAllow().contains(level.stage());
            case ALLOWED, EXPLICIT_DENY ->
                decision.deciding().contains(new DecidingStatement(level.stage(), policy.policy(), index));
        };
    }
}
