package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.policyc.policy.Condition;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A statement or rule as its author wrote it: it applies when its scope matches, {@code when} holds and no exception does.
 *
 * @param label how its author knows it, such as {@code Deny OnlyEurope}
 * @param scope whom and what it is about, without conditions
 * @param conditions those of {@code when} and of the exceptions, each once
 */
public record MeasuredStatement(
        String label,
        Statement scope,
        PolicyVersion version,
        ImmutableList<MeasuredCondition> conditions,
        Clause when,
        ImmutableList<MeasuredException> exceptions,
        Optional<SourceSpan> place) {

    /** A condition, and where it is written. */
    public record MeasuredCondition(Condition condition, Optional<SourceSpan> place) {}

    /**
     * An exception, and where it is written.
     *
     * @param who whom it spares, in the words of its author
     */
    public record MeasuredException(String who, Clause holds, Optional<SourceSpan> place) {}

    static MeasuredStatement of(LocatedPolicy policy, int index) {
        Statement statement = policy.document().statements().get(index);
        ImmutableList<Condition> conditions = statement.conditions();
        IntStream numbers = IntStream.range(0, conditions.size());
        return new MeasuredStatement(
                label(statement, "statement", index),
                scope(statement),
                policy.document().effectiveVersion(),
                numbers.mapToObj(number ->
                                new MeasuredCondition(conditions.get(number), policy.conditionPlace(index, number)))
                        .collect(ImmutableList.toImmutableList()),
                Clause.all(Iterables.transform(
                        IntStream.range(0, conditions.size()).boxed().toList(), Clause::condition)),
                ImmutableList.of(),
                policy.statementPlace(index));
    }

    /** The effect of a statement, and its Sid, or else its number. */
    public static String label(Statement statement, String noun, int index) {
        return statement.effect().word() + " "
                + statement.sid().map(sid -> sid.text()).orElseGet(() -> noun + " " + (index + 1));
    }

    private static Statement scope(Statement statement) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principal(),
                statement.action(),
                statement.resource(),
                ImmutableList.of());
    }
}
