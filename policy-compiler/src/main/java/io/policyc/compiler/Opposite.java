package io.policyc.compiler;

import io.policyc.policy.Comparison;

/** The comparison that holds of a value, well-formed for its key, exactly when another one does not. */
final class Opposite {
    private Opposite() {}

    /** Of Bool, Null and BinaryEquals, which have no opposite word, the same. */
    static Comparison of(Comparison comparison) {
        return switch (comparison) {
            case STRING_EQUALS -> Comparison.STRING_NOT_EQUALS;
            case STRING_NOT_EQUALS -> Comparison.STRING_EQUALS;
            case STRING_EQUALS_IGNORE_CASE -> Comparison.STRING_NOT_EQUALS_IGNORE_CASE;
            case STRING_NOT_EQUALS_IGNORE_CASE -> Comparison.STRING_EQUALS_IGNORE_CASE;
            case STRING_LIKE -> Comparison.STRING_NOT_LIKE;
            case STRING_NOT_LIKE -> Comparison.STRING_LIKE;
            case NUMERIC_EQUALS -> Comparison.NUMERIC_NOT_EQUALS;
            case NUMERIC_NOT_EQUALS -> Comparison.NUMERIC_EQUALS;
            case NUMERIC_LESS_THAN -> Comparison.NUMERIC_GREATER_THAN_EQUALS;
            case NUMERIC_LESS_THAN_EQUALS -> Comparison.NUMERIC_GREATER_THAN;
            case NUMERIC_GREATER_THAN -> Comparison.NUMERIC_LESS_THAN_EQUALS;
            case NUMERIC_GREATER_THAN_EQUALS -> Comparison.NUMERIC_LESS_THAN;
            case DATE_EQUALS -> Comparison.DATE_NOT_EQUALS;
            case DATE_NOT_EQUALS -> Comparison.DATE_EQUALS;
            case DATE_LESS_THAN -> Comparison.DATE_GREATER_THAN_EQUALS;
            case DATE_LESS_THAN_EQUALS -> Comparison.DATE_GREATER_THAN;
            case DATE_GREATER_THAN -> Comparison.DATE_LESS_THAN_EQUALS;
            case DATE_GREATER_THAN_EQUALS -> Comparison.DATE_LESS_THAN;
            case IP_ADDRESS -> Comparison.NOT_IP_ADDRESS;
            case NOT_IP_ADDRESS -> Comparison.IP_ADDRESS;
            case ARN_EQUALS -> Comparison.ARN_NOT_EQUALS;
            case ARN_NOT_EQUALS -> Comparison.ARN_EQUALS;
            case ARN_LIKE -> Comparison.ARN_NOT_LIKE;
            case ARN_NOT_LIKE -> Comparison.ARN_LIKE;
            case BOOL, NULL, BINARY_EQUALS -> comparison;
        };
    }
}
