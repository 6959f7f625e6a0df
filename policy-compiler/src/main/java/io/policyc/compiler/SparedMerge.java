package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.policyc.intent.Expression.Test;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionSlot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one exception of several that are equal but for one list: who is a or b, and x, is a and x, or b and x. Exceptions
 * of one condition stay as they are; they become one list of a statement anyway. When they end does not matter here: they
 * are asked at one time.
 */
final class SparedMerge {
    /** A merge can make room for another one, on another key. */
    private static final int MOST_ROUNDS = 8;
    /** Exceptions of more conditions multiply beyond the limit of statements sooner than they are alike. */
    private static final int MOST_PARTS = 8;

    /** Exceptions that differ in the list of one condition: the first one, and that condition of each. */
    private static final class Group {
        private final Spared first;
        private final List<Test> tests = new ArrayList<>();

        Group(Spared first) {
            this.first = first;
        }

        /** A group grows in one list only. */
        boolean takes(ConditionSlot slot) {
            return tests.isEmpty() || ConditionSlot.of(tests.get(0).condition()).equals(slot);
        }

        void add(Test own, Test other) {
            if (tests.isEmpty()) {
                tests.add(own);
            }
            tests.add(other);
        }

        Spared merged() {
            if (tests.isEmpty()) {
                return first;
            }
            Test own = tests.get(0);
            LocatedCondition joined = new LocatedCondition(own.condition(), own.place())
                    .withValues(Iterables.concat(
                            Lists.transform(tests, test -> test.condition().values())));
            return new Spared(
                    first.parts().stream()
                            .map(part -> part.equals(own) ? new Test(joined.condition(), joined.place()) : part)
                            .collect(ImmutableList.toImmutableList()),
                    first.end(),
                    first.place());
        }
    }

    /** What exceptions of one group have in common: where the list stands, and all other conditions. */
    private record Common(ConditionSlot slot, ImmutableSet<Condition> others) {
        static Common of(Spared spared, Test test) {
            return new Common(
                    ConditionSlot.of(test.condition()),
                    spared.conditions().stream()
                            .filter(condition -> !condition.equals(test.condition()))
                            .collect(ImmutableSet.toImmutableSet()));
        }
    }

    private final List<Group> groups = new ArrayList<>();
    private final Map<Common, Group> open = new HashMap<>();

    private SparedMerge() {}

    static ImmutableList<Spared> merged(ImmutableList<Spared> all) {
        ImmutableList<Spared> merged = all;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            SparedMerge merge = new SparedMerge();
            merged.forEach(merge::add);
            if (merge.groups.size() == merged.size()) {
                break;
            }
            merged = merge.groups.stream().map(Group::merged).collect(ImmutableList.toImmutableList());
        }
        return merged;
    }

    private void add(Spared spared) {
        List<Test> tests = variable(spared);
        for (Test test : tests) {
            ConditionSlot slot = ConditionSlot.of(test.condition());
            Group group = open.get(Common.of(spared, test));
            Optional<Test> own = group == null || !group.takes(slot) ? Optional.empty() : group.first.test(slot);
            if (group != null && own.isPresent()) {
                group.add(own.get(), test);
                return;
            }
        }
        Group group = new Group(spared);
        groups.add(group);
        tests.forEach(test -> open.put(Common.of(spared, test), group));
    }

    /** The conditions in which an exception may differ from others of its group. */
    private static List<Test> variable(Spared spared) {
        int parts = spared.parts().size();
        if (parts < 2 || parts > MOST_PARTS || spared.conditions().size() < parts) {
            return List.of();
        }
        return spared.parts().stream()
                .map(Test.class::cast)
                .filter(test -> Disjunction.listMeansAny(test.condition()))
                .filter(test -> spared.test(ConditionSlot.of(test.condition())).isPresent())
                .toList();
    }
}
