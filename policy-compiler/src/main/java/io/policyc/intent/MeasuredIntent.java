package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.coverage.Clause;
import io.policyc.coverage.MeasuredPolicy;
import io.policyc.coverage.MeasuredStatement;
import io.policyc.coverage.MeasuredStatement.MeasuredCondition;
import io.policyc.coverage.MeasuredStatement.MeasuredException;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** An intent as tests exercise it: its rules with their conditions and exceptions, whatever they are compiled to. */
public final class MeasuredIntent {
    private final Map<Expression.Test, Integer> numbers = new LinkedHashMap<>();

    private MeasuredIntent() {}

    public static MeasuredPolicy of(Intent intent) {
        return new MeasuredPolicy(
                intent.name(),
                IntStream.range(0, intent.rules().size())
                        .mapToObj(index ->
                                new MeasuredIntent().statement(intent.rules().get(index), index))
                        .collect(ImmutableList.toImmutableList()));
    }

    private MeasuredStatement statement(IntentRule rule, int index) {
        Statement scope = new Statement(
                rule.sid(),
                rule.effect(),
                Optional.empty(),
                rule.action(),
                Optional.of(rule.resource()),
                ImmutableList.of());
        Clause when = rule.when().accept(new Clauses());
        ImmutableList<MeasuredException> exceptions = rule.unless().stream()
                .map(entry -> new MeasuredException(
                        entry.who(), entry.inForce().accept(new Clauses()), Optional.of(entry.place())))
                .collect(ImmutableList.toImmutableList());
        return new MeasuredStatement(
                MeasuredStatement.label(scope, "rule", index),
                scope,
                PolicyVersion.V2012_10_17,
                numbers.keySet().stream()
                        .map(test -> new MeasuredCondition(test.condition(), Optional.of(test.place())))
                        .collect(ImmutableList.toImmutableList()),
                when,
                exceptions,
                Optional.of(rule.place()));
    }

    /** Numbers each condition where it is first met; one that stands there twice at one place is one. */
    private final class Clauses implements Expression.Visitor<Clause> {
        @Override
        public Clause all(Expression.All all) {
            return Clause.all(each(all.parts()));
        }

        @Override
        public Clause any(Expression.Any any) {
            return Clause.any(each(any.parts()));
        }

        @Override
        public Clause not(Expression.Not not) {
            return Clause.not(not.part().accept(this));
        }

        @Override
        public Clause test(Expression.Test test) {
            return Clause.condition(numbers.computeIfAbsent(test, one -> numbers.size()));
        }

        private ImmutableList<Clause> each(ImmutableList<Expression> parts) {
            return parts.stream().map(part -> part.accept(this)).collect(ImmutableList.toImmutableList());
        }
    }
}
