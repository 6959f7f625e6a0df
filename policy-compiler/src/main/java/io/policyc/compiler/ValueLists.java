package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.glob.Effort;
import io.policyc.policy.Condition;
import io.policyc.policy.PolicyVersion;
import io.policyc.simulator.PatternExtent;

/**
 * What can be told of two lists of values under one operator: that one covers the other, or that they exclude each other.
 * Both only where it is certain for every value of a request; "no" means "cannot tell" as well.
 */
final class ValueLists {
    /** For the exceptions of a rule: less than a second, and enough for far more of them than a policy has room for. */
    private static final long STEPS_OF_A_RULE = 10_000_000;
    /** For two lists of one statement, of which a rule may try thousands. */
    private static final long STEPS_OF_TWO_LISTS = 20_000;
    /** Of two lists with more pairs than this, only equal values are seen: a rule may compare thousands of lists. */
    private static final long MOST_PAIRS = 500;

    private ValueLists() {}

    static Effort effortOfARule() {
        return new Effort(STEPS_OF_A_RULE);
    }

    static ImmutableList<PatternExtent> of(Condition condition) {
        return PatternExtent.ofValues(condition, PolicyVersion.V2012_10_17);
    }

    /** Whether each value of one list is surely covered by one of a wider list. */
    static boolean covers(Condition wider, Condition other) {
        return ImmutableSet.copyOf(wider.values()).containsAll(other.values())
                || (areFew(wider, other) && covers(of(wider), of(other), new Effort(STEPS_OF_TWO_LISTS)));
    }

    /** Whether surely no value of a request is in both lists. */
    static boolean exclude(Condition one, Condition other) {
        return areFew(one, other) && exclude(of(one), of(other), new Effort(STEPS_OF_TWO_LISTS));
    }

    private static boolean areFew(Condition one, Condition other) {
        return (long) one.values().size() * other.values().size() <= MOST_PAIRS;
    }

    static boolean covers(ImmutableList<PatternExtent> wider, ImmutableList<PatternExtent> others, Effort effort) {
        return others.stream().allMatch(other -> wider.stream().anyMatch(one -> one.covers(other, effort)));
    }

    static boolean exclude(ImmutableList<PatternExtent> some, ImmutableList<PatternExtent> others, Effort effort) {
        return some.stream().allMatch(one -> others.stream().allMatch(other -> one.excludes(other, effort)));
    }
}
