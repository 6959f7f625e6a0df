package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyVersion;

/** Turns policies into what is evaluated; everything that can be decided without a request is decided here. */
final class Planner {
    private Planner() {}

    static PlannedPolicy plan(LocatedPolicy policy) {
        PolicyVersion version = policy.document().effectiveVersion();
        return new PlannedPolicy(
                policy,
                policy.document().statements().stream()
                        .map(statement -> new PlannedStatement(statement, version))
                        .collect(ImmutableList.toImmutableList()));
    }

    static PlannedCondition plan(Condition condition, Effect effect, PolicyVersion version) {
        return switch (condition.operator().comparison().family()) {
            case STRING -> new StringCondition(condition, version);
            case NUMERIC -> OrderedCondition.numeric(condition);
            case DATE -> OrderedCondition.date(condition);
            case BOOL -> new BoolCondition(condition);
            case BINARY -> new BinaryCondition(condition);
            case IP -> new IpCondition(condition);
            case ARN -> new ArnCondition(condition, effect, version);
            case NULL -> new NullCondition(condition);
        };
    }

    /** A policy and its statements, in its order. */
    record PlannedPolicy(LocatedPolicy policy, ImmutableList<PlannedStatement> statements) {}

    /** The policies attached to one root, unit or account. */
    record PlannedLevel(String name, ImmutableList<PlannedPolicy> policies) {}
}
