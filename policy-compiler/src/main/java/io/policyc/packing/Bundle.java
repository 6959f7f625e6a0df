package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ConditionSlot;
import io.policyc.policy.Statement;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Statements on their way through the passes, to be written within one frame. */
record Bundle(Frame frame, ImmutableList<Traced> statements) {

    /**
     * The same after a pass.
     *
     * @param room the most that a statement may have after it was merged
     */
    Bundle after(PackingPass pass, int room) {
        return switch (pass) {
            case SINGLE_VALUES -> new Bundle(new Frame(frame.version(), frame.id(), true), statements);
            case IDLE_IF_EXISTS -> with(each(Bundle::withoutIdleIfExists));
            case COVERED_PATTERNS -> {
                CoveredPatterns patterns = new CoveredPatterns(frame.effectiveVersion());
                yield with(each(traced -> traced.with(patterns.dropFrom(traced.statement()))));
            }
            case COVERED_STATEMENTS -> with(CoveredStatements.drop(statements, frame.effectiveVersion()));
            case MERGED_STATEMENTS -> with(MergedStatements.of(statements, frame, room));
            case SIDS -> with(each(traced -> traced.with(withoutSid(traced.statement()))));
        };
    }

    Bundle with(ImmutableList<Traced> others) {
        return new Bundle(frame, others);
    }

    private ImmutableList<Traced> each(UnaryOperator<Traced> change) {
        return statements.stream().map(change).collect(ImmutableList.toImmutableList());
    }

    static Statement withoutSid(Statement statement) {
        return new Statement(
                Optional.empty(),
                statement.effect(),
                statement.principal(),
                statement.action(),
                statement.resource(),
                statement.conditions());
    }

    /**
     * A negated operator matches an absent key with IfExists and without. Beside the same operator without IfExists there is
     * no place for it.
     */
    private static Traced withoutIdleIfExists(Traced traced) {
        ImmutableList<Condition> conditions = traced.statement().conditions();
        ImmutableSet<ConditionSlot> taken =
                conditions.stream().map(ConditionSlot::of).collect(ImmutableSet.toImmutableSet());
        return traced.withConditions(conditions.stream()
                .map(condition -> taken.contains(ConditionSlot.of(plain(condition))) ? condition : plain(condition))
                .collect(ImmutableList.toImmutableList()));
    }

    private static Condition plain(Condition condition) {
        ConditionOperator operator = condition.operator();
        boolean idle = operator.comparison().negated() && operator.qualifier() != SetQualifier.FOR_ANY_VALUE;
        return idle
                ? new Condition(
                        new ConditionOperator(operator.qualifier(), operator.comparison(), false),
                        condition.key(),
                        condition.values())
                : condition;
    }
}
