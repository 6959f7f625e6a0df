package io.policyc.simulator;

import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import io.policyc.request.Request;

/** Answers whether one statement matches a request, by the rules of {@link Simulator}; who is bound is not asked here. */
public final class StatementMatcher {
    private final PlannedStatement planned;

    private StatementMatcher(PlannedStatement planned) {
        this.planned = planned;
    }

    /** Prepares a statement that has a resource element. */
    public static StatementMatcher prepare(Statement statement, PolicyVersion version) {
        return new StatementMatcher(new PlannedStatement(statement, version, Doubts.NONE));
    }

    /** Whether the statement matches for some one of the request's resources. */
    public Truth matches(Request request) {
        return Facts.of(request, false).stream().map(planned::matches).reduce(Truth.FALSE, Truth::or);
    }
}
