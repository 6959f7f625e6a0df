package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ValueTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terms of which some one must hold, kept few: what another term covers is dropped, and what differs in one list joined. */
final class Disjunction {
    private Disjunction() {}

    /** Adds terms one by one to those that are simple already. */
    static List<Term> simplify(List<Term> simple, Iterable<Term> more) {
        List<Term> terms = new ArrayList<>(simple);
        for (Term term : more) {
            add(term, terms);
        }
        return terms;
    }

    private static void add(Term term, List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).isImpliedBy(term)) {
                return;
            }
            Optional<Term> joined = join(terms.get(i), term);
            if (joined.isPresent()) {
                terms.remove(i);
                insert(i, joined.get(), terms);
                return;
            }
        }
        terms.removeIf(term::isImpliedBy);
        terms.add(term);
    }

    /** A joined term stays where its first part was; it may cover terms that neither part did. */
    private static void insert(int at, Term term, List<Term> terms) {
        terms.removeIf(term::isImpliedBy);
        terms.add(Math.min(at, terms.size()), term);
    }

    /** One term for two that differ only in the values of one condition whose list means "any of". */
    private static Optional<Term> join(Term left, Term right) {
        ImmutableList<LocatedCondition> ours = left.located();
        ImmutableList<LocatedCondition> theirs = right.located();
        if (ours.size() != theirs.size()) {
            return Optional.empty();
        }
        Optional<LocatedCondition> different = Optional.empty();
        for (LocatedCondition one : ours) {
            if (!right.conditions().contains(one.condition())) {
                if (different.isPresent()) {
                    return Optional.empty();
                }
                different = Optional.of(one);
            }
        }
        if (different.isEmpty() || !listMeansAny(different.get().condition())) {
            return Optional.empty();
        }
        LocatedCondition first = different.get();
        Optional<LocatedCondition> second = Optional.ofNullable(right.bySlot().get(Term.Slot.of(first.condition())));
        return second.map(other -> Term.of(ours.stream()
                .map(one -> one.equals(first) ? union(first, other) : one)
                .toList()));
    }

    private static LocatedCondition union(LocatedCondition one, LocatedCondition other) {
        return new LocatedCondition(union(one.condition(), other.condition()), one.place());
    }

    /** Both lists, each value once, in the order of first occurrence, under the spelling written first. */
    static Condition union(Condition one, Condition other) {
        ImmutableList<ValueTemplate> values = ImmutableSet.copyOf(Iterables.concat(one.values(), other.values()))
                .asList();
        return new Condition(one.operator(), one.key(), values);
    }

    /** Whether a second value makes the condition hold of more requests. Bool and Null take one value only. */
    private static boolean listMeansAny(Condition condition) {
        ConditionOperator operator = condition.operator();
        return !operator.comparison().negated()
                && operator.comparison() != Comparison.BOOL
                && operator.comparison() != Comparison.NULL
                && operator.qualifier() != SetQualifier.FOR_ALL_VALUES;
    }
}
