package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ConditionSlot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Terms of which some one must hold, kept few: what another term covers is dropped, and what differs in one list joined.
 * Adding a term looks at each one that is there.
 */
final class Disjunction {
    private final List<Term> terms = new ArrayList<>();

    int size() {
        return terms.size();
    }

    ImmutableList<Term> terms() {
        return ImmutableList.copyOf(terms);
    }

    void add(Term term) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).isImpliedBy(term)) {
                return;
            }
            Optional<Term> joined = join(terms.get(i), term);
            if (joined.isPresent()) {
                terms.remove(i);
                insert(i, joined.get());
                return;
            }
        }
        terms.removeIf(term::isImpliedBy);
        terms.add(term);
    }

    /** A joined term stays where its first part was; it may cover terms that neither part did. */
    private void insert(int at, Term term) {
        terms.removeIf(term::isImpliedBy);
        terms.add(Math.min(at, terms.size()), term);
    }

    /** One term for two that differ only in the values of one condition whose list means "any of". */
    private static Optional<Term> join(Term left, Term right) {
        ImmutableList<LocatedCondition> ours = left.located();
        if (ours.size() != right.located().size()) {
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
        Optional<LocatedCondition> second =
                Optional.ofNullable(right.bySlot().get(ConditionSlot.of(first.condition())));
        return second.map(other -> Term.of(ours.stream()
                .map(one -> one.equals(first) ? union(first, other) : one)
                .toList()));
    }

    /** Both lists, each value once, in the order of first occurrence, under the spelling written first. */
    private static LocatedCondition union(LocatedCondition one, LocatedCondition other) {
        return one.withValues(
                Iterables.concat(one.condition().values(), other.condition().values()));
    }

    /**
     * Parts with the conditions among them that {@link #add} would join one by one joined at once, in the place of the
     * first: a list may be long.
     */
    static ImmutableList<Formula> joined(ImmutableList<Formula> parts) {
        Map<ConditionSlot, List<LocatedCondition>> bySlot = new HashMap<>();
        for (Formula part : parts) {
            if (part instanceof Formula.Leaf leaf
                    && listMeansAny(leaf.condition().condition())) {
                bySlot.computeIfAbsent(ConditionSlot.of(leaf.condition().condition()), slot -> new ArrayList<>())
                        .add(leaf.condition());
            }
        }
        ImmutableList.Builder<Formula> joined = ImmutableList.builder();
        for (Formula part : parts) {
            if (part instanceof Formula.Leaf leaf
                    && listMeansAny(leaf.condition().condition())) {
                Optional.ofNullable(
                                bySlot.remove(ConditionSlot.of(leaf.condition().condition())))
                        .ifPresent(same -> joined.add(new Formula.Leaf(leaf.condition()
                                .withValues(Iterables.concat(Lists.transform(
                                        same, one -> one.condition().values()))))));
            } else {
                joined.add(part);
            }
        }
        return joined.build();
    }

    /** Whether a second value makes the condition hold of more requests. Bool and Null take one value only. */
    static boolean listMeansAny(Condition condition) {
        ConditionOperator operator = condition.operator();
        return !operator.comparison().negated()
                && operator.comparison() != Comparison.BOOL
                && operator.comparison() != Comparison.NULL
                && operator.qualifier() != SetQualifier.FOR_ALL_VALUES;
    }
}
