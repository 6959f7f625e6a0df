package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.intent.Expression;
import java.util.Optional;

/** Pushes negations down to the conditions and puts complements in their place. Empty if one has none. */
final class NegationNormalForm implements Expression.Visitor<Optional<Formula>> {
    private final boolean negated;
    private final Findings findings;

    private NegationNormalForm(boolean negated, Findings findings) {
        this.negated = negated;
        this.findings = findings;
    }

    static Optional<Formula> of(Expression expression, Findings findings) {
        return expression.accept(new NegationNormalForm(false, findings));
    }

    @Override
    public Optional<Formula> all(Expression.All all) {
        return parts(all.parts())
                .map(parts -> negated ? new Formula.Or(parts, all.place()) : new Formula.And(parts, all.place()));
    }

    @Override
    public Optional<Formula> any(Expression.Any any) {
        return parts(any.parts())
                .map(parts -> negated ? new Formula.And(parts, any.place()) : new Formula.Or(parts, any.place()));
    }

    @Override
    public Optional<Formula> not(Expression.Not not) {
        return not.part().accept(new NegationNormalForm(!negated, findings));
    }

    @Override
    public Optional<Formula> test(Expression.Test test) {
        LocatedCondition located = new LocatedCondition(test.condition(), test.place());
        if (!Premises.hold(located, findings)) {
            return Optional.empty();
        }
        return negated ? Complement.of(located, findings) : Optional.of(new Formula.Leaf(located));
    }

    /** Every part is looked at, so that each one without a complement is reported. */
    private Optional<ImmutableList<Formula>> parts(ImmutableList<Expression> expressions) {
        ImmutableList.Builder<Formula> parts = ImmutableList.builder();
        boolean complete = true;
        for (Expression expression : expressions) {
            Optional<Formula> part = expression.accept(this);
            part.ifPresent(parts::add);
            complete &= part.isPresent();
        }
        return complete ? Optional.of(parts.build()) : Optional.empty();
    }
}
