package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Level;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyVersion;
import io.policyc.simulator.ActionIndex.PlacedStatement;
import java.util.IdentityHashMap;

/** Turns policies into what is evaluated; everything that can be decided without a request is decided here. */
final class Planner {
    private final Doubts doubts;
    private final IdentityHashMap<LocatedPolicy, PlannedPolicy> planned = new IdentityHashMap<>();
    private final IdentityHashMap<Level, PlannedStage> stages = new IdentityHashMap<>();

    Planner(Doubts doubts) {
        this.doubts = doubts;
    }

    /** A policy that is attached in several places is planned once. */
    PlannedPolicy plan(LocatedPolicy policy) {
        return planned.computeIfAbsent(policy, this::planOnce);
    }

    PlannedStage plan(Stage stage, Iterable<LocatedPolicy> policies) {
        ImmutableList.Builder<PlannedPolicy> all = ImmutableList.builder();
        policies.forEach(policy -> all.add(plan(policy)));
        return PlannedStage.of(stage, all.build());
    }

    ImmutableList<PlannedStage> plan(Iterable<Level> levels) {
        ImmutableList.Builder<PlannedStage> path = ImmutableList.builder();
        levels.forEach(level -> path.add(planned(level)));
        return path.build();
    }

    /** The root and units are on the paths of many accounts, and planned once. */
    private PlannedStage planned(Level level) {
        return stages.computeIfAbsent(level, one -> plan(Stage.level(one.name()), one.policies()));
    }

    private PlannedPolicy planOnce(LocatedPolicy policy) {
        PolicyVersion version = policy.document().effectiveVersion();
        return new PlannedPolicy(
                policy,
                policy.document().statements().stream()
                        .map(statement -> new PlannedStatement(statement, version, doubts))
                        .collect(ImmutableList.toImmutableList()));
    }

    static PlannedCondition plan(Condition condition, Effect effect, PolicyVersion version, Doubts doubts) {
        return switch (condition.operator().comparison().family()) {
            case STRING -> new StringCondition(condition, version, doubts);
            case NUMERIC -> OrderedCondition.numeric(condition, doubts);
            case DATE -> OrderedCondition.date(condition, doubts);
            case BOOL -> new BoolCondition(condition, version, doubts);
            case BINARY -> new BinaryCondition(condition, doubts);
            case IP -> new IpCondition(condition, doubts);
            case ARN -> new ArnCondition(condition, effect, version, doubts);
            case NULL -> new NullCondition(condition, doubts);
        };
    }

    /** A policy and its statements, in its order. */
    record PlannedPolicy(LocatedPolicy policy, ImmutableList<PlannedStatement> statements) {}

    /** The policies of one stage, and their statements by what they are about. */
    record PlannedStage(Stage stage, ImmutableList<PlannedPolicy> policies, ActionIndex statements) {
        static PlannedStage of(Stage stage, ImmutableList<PlannedPolicy> policies) {
            ImmutableList.Builder<PlacedStatement> placed = ImmutableList.builder();
            for (PlannedPolicy policy : policies) {
                for (int i = 0; i < policy.statements().size(); i++) {
                    placed.add(new PlacedStatement(
                            policy.statements().get(i), new DecidingStatement(stage, policy.policy(), i)));
                }
            }
            return new PlannedStage(stage, policies, ActionIndex.of(placed.build()));
        }
    }
}
