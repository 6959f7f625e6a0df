package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Effort;
import io.policyc.policy.ActionElement;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Literals;
import io.policyc.simulator.PatternExtent;

/**
 * Which patterns surely match whatever others do. Comparing is limited to so many steps; what was not compared by then
 * counts as not covered, on every machine alike.
 */
final class Coverage {
    private static final long MOST_STEPS = 50_000_000;

    private final PolicyVersion version;
    private final Effort effort = new Effort(MOST_STEPS);

    Coverage(PolicyVersion version) {
        this.version = version;
    }

    static ImmutableList<PatternExtent> extents(ActionElement element) {
        return element.patterns().stream().map(PatternExtent::of).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<PatternExtent> extents(ResourceElement element) {
        return element.patterns().stream()
                .map(pattern -> PatternExtent.ofResource(pattern, version))
                .collect(ImmutableList.toImmutableList());
    }

    /** Of a condition whose list is {@linkplain #isPlainList plain}. */
    ImmutableList<PatternExtent> extents(Condition condition) {
        return PatternExtent.ofValues(condition, version);
    }

    /**
     * Whether a pattern surely matches whatever another one does, also as far as can be told of it while keys are unknown:
     * so one with variables is covered by everything and by an equal one only.
     */
    boolean covers(PatternExtent wide, PatternExtent narrow) {
        boolean comparable =
                !narrow.hasVariable() || wide.isEverything() || wide.text().equals(narrow.text());
        return comparable && wide.covers(narrow, effort);
    }

    /** Whether nothing more is compared. */
    boolean isSpent() {
        return effort.isSpent();
    }

    /** Whether each of the narrow patterns is covered by one of the wide ones. */
    boolean coversAll(ImmutableList<PatternExtent> wide, ImmutableList<PatternExtent> narrow) {
        return narrow.stream().allMatch(one -> wide.stream().anyMatch(other -> covers(other, one)));
    }

    /**
     * Whether the values of a condition are no more than a set of which one has to match, or none. Malformed values make
     * the order matter, or the whole list; a variable may make a pattern for an ARN malformed.
     */
    static boolean isPlainList(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        return switch (comparison.family()) {
            case STRING -> true;
            case NUMERIC, DATE, IP -> areWellFormed(condition, comparison);
            case ARN ->
                areWellFormed(condition, comparison)
                        && condition.values().stream()
                                .noneMatch(value -> value.text().contains("${"));
            case BOOL, BINARY, NULL -> false;
        };
    }

    private static boolean areWellFormed(Condition condition, Comparison comparison) {
        for (ValueTemplate value : condition.values()) {
            if (!Literals.isWellFormed(value, comparison)) {
                return false;
            }
        }
        return true;
    }
}
