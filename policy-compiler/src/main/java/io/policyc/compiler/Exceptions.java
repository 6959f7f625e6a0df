package io.policyc.compiler;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ListMultimap;
import io.policyc.glob.Effort;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Predicate;

/** The exceptions of a rule at each time, in the order of the text, without those whom a wider one spares just then. */
final class Exceptions {
    private static final int MOST_COVERED = 200_000;

    private final Effort covering = ValueLists.effortOfARule();
    private final Effort excluding = ValueLists.effortOfARule();
    private final ImmutableList<SparedPatterns> all;
    /** By the number of each exception, those of the others that spare all of its requests. */
    private final ListMultimap<Integer, Integer> wider = ArrayListMultimap.create();

    /** The days on which an exception ends that no other one makes needless. */
    private final ImmutableSortedSet<LocalDate> days;

    Exceptions(ImmutableList<Spared> spared) {
        this.all = spared.stream().map(SparedPatterns::of).collect(ImmutableList.toImmutableList());
        for (int one = 0; one < all.size() && !covering.isSpent(); one++) {
            for (int other = 0; other < all.size() && wider.size() < MOST_COVERED; other++) {
                if (one != other && makesNeedless(all.get(one), all.get(other))) {
                    wider.put(other, one);
                }
            }
        }
        this.days = spared.stream()
                .filter(one -> !one.isPermanent())
                .map(Spared::end)
                .distinct()
                .filter(day -> !endingOn(day).isEmpty())
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    /** Of two lists that become one, each value is kept once and where it stands first, so neither is needless. */
    private boolean makesNeedless(SparedPatterns one, SparedPatterns other) {
        return one.covers(other, covering)
                && !(one.spared().end().equals(other.spared().end()) && one.isListWithAllOf(other));
    }

    ImmutableSortedSet<LocalDate> days() {
        return days;
    }

    /** Who is spared from a day on, until the next exception ends. */
    ImmutableList<Spared> from(LocalDate day) {
        return spared(kept(spared -> spared.end().isAfter(day)));
    }

    /** Who was spared until a day, and by no exception that lasts longer. */
    ImmutableList<Spared> endingOn(LocalDate day) {
        return spared(ending(day));
    }

    /** Who is spared from a day on by an exception that may spare those too whose exceptions end on that day. */
    ImmutableList<Spared> besideThoseEndingOn(LocalDate day) {
        ImmutableList<SparedPatterns> ending = ending(day);
        return spared(kept(spared -> spared.end().isAfter(day)).stream()
                .filter(later -> mayMeet(ending, later))
                .collect(ImmutableList.toImmutableList()));
    }

    /** How long the lists are, as they are written, of those who are spared from a day on. */
    long charactersFrom(LocalDate day) {
        return all.stream()
                .filter(one -> one.spared().end().isAfter(day))
                .mapToLong(SparedPatterns::characters)
                .sum();
    }

    /** How long they are of those who were spared until a day, and of those who may be spared beside them. */
    long charactersAt(LocalDate day) {
        ImmutableList<SparedPatterns> ending = ending(day);
        return ending.stream().mapToLong(SparedPatterns::characters).sum()
                + all.stream()
                        .filter(one -> one.spared().end().isAfter(day))
                        .filter(later -> mayMeet(ending, later))
                        .mapToLong(SparedPatterns::characters)
                        .sum();
    }

    private boolean mayMeet(ImmutableList<SparedPatterns> some, SparedPatterns other) {
        return some.stream().anyMatch(one -> !one.excludes(other, excluding));
    }

    private ImmutableList<SparedPatterns> ending(LocalDate day) {
        return kept(spared -> !spared.end().isBefore(day)).stream()
                .filter(one -> one.spared().end().equals(day))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Those for whom a test holds, each without a wider one among the others. One is left out for the sake of one that is
     * there just then, so whoever it spares is spared by that one, or by the one for which that one is left out later.
     */
    private ImmutableList<SparedPatterns> kept(Predicate<Spared> test) {
        boolean[] kept = new boolean[all.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = test.test(all.get(i).spared());
        }
        for (int i = kept.length - 1; i >= 0; i--) {
            if (kept[i] && wider.containsKey(i)) {
                kept[i] = wider.get(i).stream().noneMatch(one -> kept[one]);
            }
        }
        ImmutableList.Builder<SparedPatterns> some = ImmutableList.builder();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                some.add(all.get(i));
            }
        }
        return some.build();
    }

    private static ImmutableList<Spared> spared(ImmutableList<SparedPatterns> some) {
        return some.stream().map(SparedPatterns::spared).collect(ImmutableList.toImmutableList());
    }
}
