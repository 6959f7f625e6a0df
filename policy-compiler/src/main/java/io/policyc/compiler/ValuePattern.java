package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Comparison;
import io.policyc.policy.Comparison.Family;
import io.policyc.policy.Condition;
import io.policyc.policy.ValueTemplate;
import java.util.List;

/**
 * A value of a String or Arn operator, and what can be told of two of one operator: that one covers the other, or that they
 * exclude each other. Both only where it is certain for every value of a request; "no" means "cannot tell" as well. ARNs are
 * compared field by field, as AWS does:
 * <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
 *
 * @param fields those of an ARN, or the whole text as one
 */
record ValuePattern(ValueTemplate value, ImmutableList<PatternSymbols> fields) {
    private static final int ARN_FIELDS = 6;
    /** Of two lists with more pairs than this, only equal values are seen: a rule may compare thousands of lists. */
    private static final long MOST_PAIRS = 500;

    /** The values of a condition; none if nothing is known of its operator but that equal values are equal. */
    static ImmutableList<ValuePattern> of(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        if (!isKnown(comparison)) {
            return ImmutableList.of();
        }
        int fields = comparison.family() == Family.ARN ? ARN_FIELDS : 1;
        return condition.values().stream()
                .map(value -> new ValuePattern(
                        value,
                        ImmutableList.copyOf(PatternSymbols.of(value, comparison.hasWildcards())
                                .fields(fields))))
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether each value of one list is surely covered by one of a wider list; both under one operator. */
    static boolean covers(Condition wider, Condition other) {
        return ImmutableSet.copyOf(wider.values()).containsAll(other.values())
                || (areFew(wider, other) && covers(of(wider), of(other), Effort.ofTwoLists()));
    }

    /** Whether surely no value of a request is in both lists; both under one operator. */
    static boolean exclude(Condition one, Condition other) {
        return areFew(one, other) && exclude(of(one), of(other), Effort.ofTwoLists());
    }

    private static boolean areFew(Condition one, Condition other) {
        return (long) one.values().size() * other.values().size() <= MOST_PAIRS;
    }

    static boolean covers(List<ValuePattern> wider, List<ValuePattern> others, Effort effort) {
        return !others.isEmpty()
                && others.stream().allMatch(other -> wider.stream().anyMatch(one -> one.covers(other, effort)));
    }

    static boolean exclude(List<ValuePattern> some, List<ValuePattern> others, Effort effort) {
        return !some.isEmpty()
                && !others.isEmpty()
                && some.stream().allMatch(one -> others.stream().allMatch(other -> one.excludes(other, effort)));
    }

    private boolean covers(ValuePattern other, Effort effort) {
        if (!effort.spend(1) || fields.size() != other.fields.size()) {
            return false;
        }
        if (value.equals(other.value)) {
            return true;
        }
        for (int i = fields.size() - 1; i >= 0; i--) {
            boolean last = i == fields.size() - 1;
            boolean mayRunOver = !last && other.fields.get(i).hasVariable();
            if (mayRunOver || !fields.get(i).covers(other.fields.get(i), effort)) {
                return false;
            }
        }
        return true;
    }

    private boolean excludes(ValuePattern other, Effort effort) {
        if (!effort.spend(1) || fields.size() != other.fields.size()) {
            return false;
        }
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (fields.get(i).excludes(other.fields.get(i), effort)) {
                return true;
            }
        }
        return false;
    }

    /** Whether more is known of the operator's values than that equal ones are equal. */
    static boolean isKnown(Comparison comparison) {
        return comparison.family() == Family.ARN
                || switch (comparison) {
                    case STRING_EQUALS, STRING_NOT_EQUALS, STRING_LIKE, STRING_NOT_LIKE -> true;
                    default -> false;
                };
    }
}
