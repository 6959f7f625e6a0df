package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.intent.ExceptionEntry;
import io.policyc.intent.Expression;
import io.policyc.intent.Expression.Test;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionSlot;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom a rule spares: requests for which all parts hold, until a day. An exception with alternatives becomes several.
 *
 * @param parts what must hold; conditions where the author wrote conditions, not {@code all}
 * @param end the first day on which nobody is spared any longer; {@link LocalDate#MAX} if there is none
 */
record Spared(ImmutableList<Expression> parts, LocalDate end, SourceSpan place) {

    static ImmutableList<Spared> by(ExceptionEntry entry) {
        LocalDate end = entry.expires().orElse(LocalDate.MAX);
        ImmutableList.Builder<Spared> all = ImmutableList.builder();
        for (Expression alternative : alternatives(entry.condition())) {
            List<Expression> parts = new ArrayList<>();
            flatten(alternative, parts);
            all.add(new Spared(ImmutableList.copyOf(parts), end, alternative.place()));
        }
        return all.build();
    }

    private static ImmutableList<Expression> alternatives(Expression condition) {
        if (condition instanceof Expression.All all && all.parts().size() == 1) {
            return alternatives(all.parts().get(0));
        }
        return condition instanceof Expression.Any any ? any.parts() : ImmutableList.of(condition);
    }

    private static void flatten(Expression expression, List<Expression> parts) {
        if (expression instanceof Expression.All all) {
            all.parts().forEach(part -> flatten(part, parts));
        } else {
            parts.add(expression);
        }
    }

    boolean isPermanent() {
        return end.equals(LocalDate.MAX);
    }

    /** That they are spared, in the words of the exception; empty if a negation in them has no complement. */
    Optional<Formula> holds() {
        return NegationNormalForm.of(new Expression.All(parts, place), new Findings());
    }

    /** That they are not; empty after a finding. */
    Optional<Formula> fails(Findings findings) {
        Expression all = parts.size() == 1 ? parts.get(0) : new Expression.All(parts, place);
        return NegationNormalForm.of(new Expression.Not(all, place), findings);
    }

    /** That they are not, of an exception for which this has been found sound. */
    Formula fails() {
        return fails(new Findings()).orElseThrow();
    }

    ImmutableList<Condition> conditions() {
        return parts.stream()
                .filter(Test.class::isInstance)
                .map(part -> ((Test) part).condition())
                .collect(ImmutableList.toImmutableList());
    }

    /** The part that is a condition of an operator on a key, if there is exactly one. */
    Optional<Test> test(ConditionSlot slot) {
        List<Test> tests = parts.stream()
                .filter(Test.class::isInstance)
                .map(Test.class::cast)
                .filter(test -> ConditionSlot.of(test.condition()).equals(slot))
                .toList();
        return tests.size() == 1 ? Optional.of(tests.get(0)) : Optional.empty();
    }

    ImmutableList<Expression> without(Expression part) {
        return parts.stream().filter(one -> !one.equals(part)).collect(ImmutableList.toImmutableList());
    }

    /** Whether its conditions contradict each other, so that nobody is spared. */
    boolean isNobody() {
        List<Term> terms = parts.stream()
                .filter(Test.class::isInstance)
                .map(Test.class::cast)
                .map(test -> Term.of(ImmutableList.of(new LocatedCondition(test.condition(), test.place()))))
                .toList();
        return terms.size() > 1 && Conjunction.of(Term.TRUE, terms).term().isEmpty();
    }
}
