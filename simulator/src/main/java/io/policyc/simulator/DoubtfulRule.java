package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/**
 * Rules on which AWS's documentation is silent or contradicts itself, and of which no answer of AWS was seen. One choice is
 * made for each; a simulator that {@linkplain SimulatorBuilder#doubting doubts} a rule leaves open what rests on it.
 */
public enum DoubtfulRule {
    /** The text on IfExists says true, the one on ForAnyValue false. */
    FOR_ANY_VALUE_IF_EXISTS(
            "for-any-value-if-exists", "ForAnyValue with IfExists does not match a key that is absent or has no value"),
    NOT_RESOURCE_UNRESOLVED_VARIABLE(
            "not-resource-unresolved-variable",
            "a NotResource with an unresolved variable matches no resource, so the statement applies"),
    /** Seen at AWS for the text {@code not-an-arn} only. */
    SHORT_ARN_PATTERN(
            "short-arn-pattern",
            "under an Arn operator `*`, a pattern of fewer than six fields, and one with a wildcard in its first field are"
                    + " malformed: false in Allow, true in Deny"),
    FOUR_DIGIT_DATE("four-digit-date", "four digits alone are a year, not seconds since 1970"),
    /** For addresses it was seen; single numbers and dates too. */
    BAD_VALUE_IN_LIST(
            "bad-value-in-list",
            "in a list under a Numeric or Date operator, a value that is no number or date is passed over"),
    /** The grammar says that short ARNs of identity policies are completed with stars. */
    SHORT_RESOURCE_ARN(
            "short-resource-arn", "a Resource of fewer than six fields is not completed, so it matches no whole ARN"),
    /** "Might deny access to the entire account", says the page on NotPrincipal. */
    NOT_PRINCIPAL_ACCOUNT(
            "not-principal-account",
            "a NotPrincipal that lists a principal, but not its account (and of a session not its role), does not spare it"),
    /** Known from a check of Access Analyzer only. */
    NULL_WITH_QUALIFIER("null-with-qualifier", "ForAllValues:Null is always true, ForAnyValue:Null always false"),
    /** The page on operators has variables in Bool, the page on variables has not. */
    BOOL_VARIABLE("bool-variable", "a variable under Bool is plain text, which counts as false"),
    EMPTY_LIST_NULL("empty-list-null", "a key with an empty list of values is null"),
    WILDCARD_IN_VARIABLE_VALUE(
            "wildcard-in-variable-value", "`*` and `?` in the value that a variable stands for are plain characters");

    private final String id;
    private final String choice;

    DoubtfulRule(String id, String choice) {
        this.id = id;
        this.choice = choice;
    }

    /** The name in test files and on the command line. */
    public String id() {
        return id;
    }

    /** What is taken to hold, as a sentence without a period. */
    public String choice() {
        return choice;
    }

    public static Optional<DoubtfulRule> parse(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** All ids. */
    public static ImmutableList<String> ids() {
        return Arrays.stream(values()).map(DoubtfulRule::id).collect(ImmutableList.toImmutableList());
    }
}
