package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Arn;
import io.policyc.policy.Comparison;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;
import java.util.Collections;
import java.util.Comparator;

/**
 * Whether a value of a condition is one that its operator understands. AWS stores some that it does not, and what they
 * then do surprises: see the conditions of each family.
 */
public final class Literals {
    private Literals() {}

    /** Whether a value, as it stands in a document of the current version, is well-formed for a comparison. */
    public static boolean isWellFormed(ValueTemplate value, Comparison comparison) {
        return switch (comparison.family()) {
            case STRING -> !value.hasMalformedVariable();
            case ARN -> isArnPattern(value);
            case NUMERIC -> Numbers.parse(value.text()).isPresent();
            case DATE ->
                Dates.parseMillis(value.text()).isPresent() && value.text().length() > 4;
            case BOOL, NULL -> value.text().equals("true") || value.text().equals("false");
            case IP -> IpNetwork.parse(value.text()).isPresent();
            case BINARY -> BinaryCondition.isCanonicalBase64(value.text());
        };
    }

    /** Whether a value of a request is one that the operators of a family understand; any text is a string or a boolean. */
    public static boolean isWellFormedInRequest(String value, Comparison.Family family) {
        return switch (family) {
            case NUMERIC -> Numbers.parse(value).isPresent();
            case DATE -> Dates.parseMillis(value).isPresent();
            case IP -> IpNetwork.parseAddress(value).isPresent();
            case BINARY -> BinaryCondition.isCanonicalBase64(value);
            case ARN -> Arn.hasForm(value);
            case STRING, BOOL, NULL -> true;
        };
    }

    /** Whether a comparison is by order: less or greater, with or without equality. */
    public static boolean isOrdering(Comparison comparison) {
        return isUpperBound(comparison) || isLowerBound(comparison);
    }

    /**
     * Of several bounds in one list, which mean "any of", the one that alone means the same: the largest upper or the
     * smallest lower one.
     *
     * @param bounds well-formed values of an ordering comparison, at least one
     */
    public static ValueTemplate loosest(ImmutableList<ValueTemplate> bounds, Comparison comparison) {
        Comparator<ValueTemplate> order = order(comparison);
        return isUpperBound(comparison) ? Collections.max(bounds, order) : Collections.min(bounds, order);
    }

    /** Whether no value lies between two bounds, one upper and one lower; false for two of a kind. */
    public static boolean leaveNoRoom(
            ValueTemplate first, Comparison comparison, ValueTemplate second, Comparison otherComparison) {
        if (isUpperBound(comparison) == isUpperBound(otherComparison)) {
            return false;
        }
        ValueTemplate lower = isUpperBound(comparison) ? second : first;
        ValueTemplate upper = isUpperBound(comparison) ? first : second;
        int sign = order(comparison).compare(lower, upper);
        return sign > 0 || (sign == 0 && !(isInclusive(comparison) && isInclusive(otherComparison)));
    }

    private static Comparator<ValueTemplate> order(Comparison comparison) {
        return comparison.family() == Comparison.Family.DATE
                ? Comparator.comparing(value -> Dates.parseMillis(value.text()).orElseThrow())
                : Comparator.comparing(value -> Numbers.parse(value.text()).orElseThrow());
    }

    private static boolean isInclusive(Comparison comparison) {
        return comparison.word().endsWith("Equals");
    }

    private static boolean isUpperBound(Comparison comparison) {
        return switch (comparison) {
            case NUMERIC_LESS_THAN, NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN, DATE_LESS_THAN_EQUALS -> true;
            default -> false;
        };
    }

    private static boolean isLowerBound(Comparison comparison) {
        return switch (comparison) {
            case NUMERIC_GREATER_THAN, NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN, DATE_GREATER_THAN_EQUALS -> true;
            default -> false;
        };
    }

    /** A variable may change the number of fields; only what is written counts here. */
    private static boolean isArnPattern(ValueTemplate value) {
        ImmutableList<Part> parts = value.parts(PolicyVersion.V2012_10_17);
        return !value.hasMalformedVariable() && Syntaxes.isArn(parts);
    }
}
