package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Effort;
import io.policyc.intent.Expression;
import io.policyc.intent.Expression.Test;
import io.policyc.policy.ConditionSlot;
import io.policyc.simulator.PatternExtent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says that nobody is spared by distinguishing whom the exceptions are for, where each names some values of one key and
 * asks for more: either the request is for none of them; or it is for this one, and for no other, and fails what else that
 * one asks for. Exceptions that one value can be meant by are taken together as well. So exceptions for different
 * principals add statements where they would multiply them.
 */
final class ExclusiveSplit {
    /** One exception by itself is said in fewer words without a split. */
    private static final int FEWEST = 2;

    /** An exception for some values of the key, and what else it asks for. */
    private record Member(
            Spared spared, Test test, ImmutableList<Expression> rest, ImmutableList<PatternExtent> patterns) {
        static Member of(Spared spared, Test test) {
            return new Member(spared, test, spared.without(test), ValueLists.of(test.condition()));
        }
    }

    private final Effort effort;
    private final ImmutableList<Member> members;
    /** By the number of each member that asks for more, those that one value of the key can be meant by as well. */
    private final Map<Integer, BitSet> meeting = new LinkedHashMap<>();

    private final List<Formula> cases = new ArrayList<>();

    private ExclusiveSplit(ImmutableList<Member> members, Effort effort) {
        this.members = members;
        this.effort = effort;
        for (int i = 0; i < members.size(); i++) {
            if (!members.get(i).rest().isEmpty()) {
                meeting.put(i, meeting(i));
            }
        }
    }

    /** Formulas that hold together exactly when no exception does; empty if this makes no fewer statements. */
    static Optional<ImmutableList<Formula>> of(ImmutableList<Spared> all, Effort effort) {
        return slot(all).flatMap(slot -> of(all, slot, effort));
    }

    private static Optional<ImmutableList<Formula>> of(ImmutableList<Spared> all, ConditionSlot slot, Effort effort) {
        ImmutableList.Builder<Member> members = ImmutableList.builder();
        all.forEach(spared -> spared.test(slot).ifPresent(test -> members.add(Member.of(spared, test))));
        return new ExclusiveSplit(members.build(), effort).cases().map(cases -> {
            ImmutableList.Builder<Formula> formulas = ImmutableList.builder();
            boolean said = false;
            for (Spared spared : all) {
                if (spared.test(slot).isEmpty()) {
                    formulas.add(spared.fails());
                } else if (!said) {
                    said = true;
                    formulas.add(new Formula.Or(cases, spared.place()));
                }
            }
            return formulas.build();
        });
    }

    /** The operator and key that most exceptions of several conditions have. */
    private static Optional<ConditionSlot> slot(ImmutableList<Spared> all) {
        Map<ConditionSlot, Integer> counts = new LinkedHashMap<>();
        all.stream()
                .filter(spared -> spared.parts().size() >= FEWEST)
                .forEach(spared -> spared.conditions().stream()
                        .filter(SparedPatterns::demandsOne)
                        .filter(condition -> ValueLists.of(condition).stream().allMatch(PatternExtent::isComparable))
                        .map(ConditionSlot::of)
                        .filter(slot -> spared.test(slot).isPresent())
                        .forEach(slot -> counts.merge(slot, 1, Integer::sum)));
        Optional<ConditionSlot> best = Optional.empty();
        int most = FEWEST - 1;
        for (Map.Entry<ConditionSlot, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most && entry.getValue() < RuleLowering.MOST_STATEMENTS) {
                most = entry.getValue();
                best = Optional.of(entry.getKey());
            }
        }
        return best;
    }

    /** None, and each set of members of which every two can be meant by one value; empty if those are too many. */
    private Optional<ImmutableList<Formula>> cases() {
        cases.add(and(members.stream().map(ExclusiveSplit::isNot).collect(ImmutableList.toImmutableList())));
        for (int first : meeting.keySet()) {
            if (!addCases(new ArrayList<>(List.of(first)))) {
                return Optional.empty();
            }
        }
        return Optional.of(ImmutableList.copyOf(cases));
    }

    private boolean addCases(List<Integer> together) {
        cases.add(only(together));
        if (cases.size() > RuleLowering.MOST_STATEMENTS) {
            return false;
        }
        int last = together.get(together.size() - 1);
        for (int next : meeting.keySet()) {
            if (next > last && together.stream().allMatch(one -> meets(one, next))) {
                together.add(next);
                if (!addCases(together)) {
                    return false;
                }
                together.remove(together.size() - 1);
            }
        }
        return true;
    }

    /** The request is for these and for no other member, and fails what each of these asks for. */
    private Formula only(List<Integer> together) {
        int first = together.get(0);
        ImmutableList.Builder<Formula> parts = ImmutableList.builder();
        Test test = members.get(first).test();
        parts.add(new Formula.Leaf(new LocatedCondition(test.condition(), test.place())));
        for (int other = 0; other < members.size(); other++) {
            if (!together.contains(other) && meets(first, other)) {
                parts.add(isNot(members.get(other)));
            }
        }
        for (int one : together) {
            Member member = members.get(one);
            parts.add(new Spared(
                            member.rest(),
                            member.spared().end(),
                            member.spared().place())
                    .fails());
        }
        return and(parts.build());
    }

    private boolean meets(int one, int other) {
        return meeting.getOrDefault(one, new BitSet()).get(other);
    }

    private BitSet meeting(int one) {
        BitSet meeting = new BitSet();
        for (int other = 0; other < members.size(); other++) {
            boolean excluded = ValueLists.exclude(
                    members.get(one).patterns(), members.get(other).patterns(), effort);
            meeting.set(other, !excluded);
        }
        return meeting;
    }

    private static Formula isNot(Member member) {
        return new Spared(
                        ImmutableList.of(member.test()),
                        member.spared().end(),
                        member.spared().place())
                .fails();
    }

    private Formula and(ImmutableList<Formula> parts) {
        return new Formula.And(parts, members.get(0).spared().place());
    }
}
