package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import java.util.Optional;

/** A statement made ready: it matches when principal, action, resource and every condition match. */
final class PlannedStatement {
    private final Statement statement;
    private final PolicyVersion version;
    private final boolean denies;
    private final Optional<PrincipalMatcher> principal;
    private final ActionMatcher action;
    private final Optional<ResourceMatcher> resource;
    private final ImmutableList<PlannedCondition> conditions;

    PlannedStatement(Statement statement, PolicyVersion version, Doubts doubts) {
        this.statement = statement;
        this.version = version;
        this.denies = statement.effect() == Effect.DENY;
        this.principal = statement.principal().map(element -> new PrincipalMatcher(element, doubts));
        this.action = new ActionMatcher(statement.action());
        this.resource = statement.resource().map(element -> new ResourceMatcher(element, version, doubts));
        this.conditions = statement.conditions().stream()
                .map(condition -> Planner.plan(condition, statement.effect(), version, doubts))
                .collect(ImmutableList.toImmutableList());
    }

    Statement statement() {
        return statement;
    }

    ActionMatcher action() {
        return action;
    }

    boolean denies() {
        return denies;
    }

    Truth matches(Facts facts) {
        if (!action.matches(facts)) {
            return Truth.FALSE;
        }
        Truth truth = named(facts).any();
        if (truth != Truth.FALSE) {
            truth = truth.and(resource(facts));
        }
        for (PlannedCondition condition : conditions) {
            if (truth == Truth.FALSE) {
                return truth;
            }
            truth = truth.and(condition.test(facts.context()));
        }
        return truth;
    }

    /** How the statement names the caller, as far as the rest of it matches. */
    Naming naming(Facts facts) {
        Truth rest = Truth.of(action.matches(facts)).and(resource(facts));
        for (PlannedCondition condition : conditions) {
            rest = rest.and(condition.test(facts.context()));
        }
        return named(facts).and(rest);
    }

    /**
     * A statement without principal is about whoever its policy belongs to. With a boundary, a Deny with NotPrincipal
     * spares nobody.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">
     *     NotPrincipal</a>
     */
    private Naming named(Facts facts) {
        if (principal.isEmpty() || (facts.bounded() && denies && principal.get().isNegated())) {
            return Naming.EVERYBODY;
        }
        return principal.get().names(facts.principal());
    }

    /** A trust policy names no resource; it is about its role. */
    private Truth resource(Facts facts) {
        return resource.isPresent() ? resource.get().matches(facts) : Truth.TRUE;
    }

    /** The same verdict, with that of every part. */
    StatementExplanation explain(Facts facts) {
        Truth principalTruth = named(facts).any();
        Truth actionTruth = Truth.of(action.matches(facts));
        Truth resourceTruth = resource(facts);
        ImmutableList<ConditionExplanation> explained = conditions.stream()
                .map(condition -> ConditionExplanation.of(condition, version, facts.context()))
                .collect(ImmutableList.toImmutableList());
        Truth truth = actionTruth.and(principalTruth).and(resourceTruth);
        for (ConditionExplanation condition : explained) {
            truth = truth.and(condition.truth());
        }
        return new StatementExplanation(statement, truth, principalTruth, actionTruth, resourceTruth, explained);
    }

    /** The unknown keys on which the verdict rests; only meaningful while it, or how it names the caller, is unknown. */
    ImmutableSet<ConditionKey> unknownKeys(Facts facts) {
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        if (named(facts).isPartlyUnknown()) {
            keys.addAll(principal.orElseThrow().unknownKeys(facts.principal()));
        }
        if (resource(facts) == Truth.UNKNOWN) {
            keys.addAll(resource.orElseThrow().unknownKeys(facts));
        }
        for (PlannedCondition condition : conditions) {
            if (condition.test(facts.context()) == Truth.UNKNOWN) {
                keys.addAll(condition.unknownKeys(facts.context()));
            }
        }
        return keys.build();
    }
}
