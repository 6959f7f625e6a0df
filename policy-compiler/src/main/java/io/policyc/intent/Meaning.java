package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.Request;
import io.policyc.simulator.StatementMatcher;
import io.policyc.simulator.Truth;

/**
 * Evaluates expressions on a request just as they are written. Each test is asked of a statement that holds nothing else;
 * how tests combine is told here once more, apart from the compiler, so that the two can be held against each other.
 */
final class Meaning implements Expression.Visitor<Boolean> {
    private static final ActionElement EVERY_ACTION =
            new ActionElement.Action(ImmutableList.of(new ActionPattern("*")));
    private static final ResourceElement EVERY_RESOURCE =
            new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*")));

    private final Request request;

    private Meaning(Request request) {
        this.request = request;
    }

    static Meaning of(Request request) {
        return new Meaning(request);
    }

    boolean applies(IntentRule rule) {
        Statement scope = Statement.of(Effect.DENY, rule.action(), rule.resource(), ImmutableList.of());
        boolean inScope = matches(scope);
        return inScope
                && rule.when().accept(this)
                && rule.unless().stream().noneMatch(entry -> entry.inForce().accept(this));
    }

    @Override
    public Boolean all(Expression.All all) {
        return all.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean any(Expression.Any any) {
        return any.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean not(Expression.Not not) {
        return !not.part().accept(this);
    }

    @Override
    public Boolean test(Expression.Test test) {
        return matches(alone(test.condition()));
    }

    private boolean matches(Statement statement) {
        return StatementMatcher.prepare(statement, PolicyVersion.V2012_10_17).matches(request) == Truth.TRUE;
    }

    private static Statement alone(Condition condition) {
        return Statement.of(Effect.DENY, EVERY_ACTION, EVERY_RESOURCE, ImmutableList.of(condition));
    }
}
