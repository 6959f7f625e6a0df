package io.policyc.simulator;

import com.google.common.collect.ImmutableSet;

/** The doubtful rules that are not to be relied on. */
record Doubts(ImmutableSet<DoubtfulRule> rules) {
    static final Doubts NONE = new Doubts(ImmutableSet.of());

    /** A verdict that rests on a rule: open if the rule is doubted. */
    Truth restingOn(DoubtfulRule rule, Truth verdict) {
        return rules.contains(rule) ? Truth.UNKNOWN : verdict;
    }

    boolean contains(DoubtfulRule rule) {
        return rules.contains(rule);
    }
}
