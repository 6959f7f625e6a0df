package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;

/** A statement made ready: it matches when action, resource and every condition match. */
final class PlannedStatement {
    private final Statement statement;
    private final PolicyVersion version;
    private final ActionMatcher action;
    private final ResourceMatcher resource;
    private final ImmutableList<PlannedCondition> conditions;

    PlannedStatement(Statement statement, PolicyVersion version) {
        this.statement = statement;
        this.version = version;
        this.action = new ActionMatcher(statement.action());
        this.resource = new ResourceMatcher(statement.resource().orElseThrow(), version);
        this.conditions = statement.conditions().stream()
                .map(condition -> Planner.plan(condition, statement.effect(), version))
                .collect(ImmutableList.toImmutableList());
    }

    Statement statement() {
        return statement;
    }

    boolean denies() {
        return statement.effect() == Effect.DENY;
    }

    Truth matches(Facts facts) {
        if (!action.matches(facts)) {
            return Truth.FALSE;
        }
        Truth truth = resource.matches(facts);
        for (PlannedCondition condition : conditions) {
            if (truth == Truth.FALSE) {
                return truth;
            }
            truth = truth.and(condition.test(facts.context()));
        }
        return truth;
    }

    /** The same verdict, with that of every part. */
    StatementExplanation explain(Facts facts) {
        Truth actionTruth = Truth.of(action.matches(facts));
        Truth resourceTruth = resource.matches(facts);
        ImmutableList<ConditionExplanation> explained = conditions.stream()
                .map(condition -> ConditionExplanation.of(condition, version, facts.context()))
                .collect(ImmutableList.toImmutableList());
        Truth truth = actionTruth.and(resourceTruth);
        for (ConditionExplanation condition : explained) {
            truth = truth.and(condition.truth());
        }
        return new StatementExplanation(statement, truth, actionTruth, resourceTruth, explained);
    }

    /** The unknown keys on which the verdict rests; only meaningful while it is unknown. */
    ImmutableSet<ConditionKey> unknownKeys(Facts facts) {
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        if (resource.matches(facts) == Truth.UNKNOWN) {
            keys.addAll(resource.unknownKeys(facts));
        }
        for (PlannedCondition condition : conditions) {
            if (condition.test(facts.context()) == Truth.UNKNOWN) {
                keys.addAll(condition.unknownKeys(facts.context()));
            }
        }
        return keys.build();
    }
}
