package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Literals;

/** A value that its operator does not understand, with what AWS then does (observed at AWS, September 2026). */
final class MalformedValue implements ConditionRule {

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        for (ValueTemplate value : condition.values()) {
            if (isMalformed(value, condition.comparison())) {
                findings.add(condition.finding(
                        LintFindings.MALFORMED_VALUE,
                        Printable.quoted(value.text()) + " is not " + expected(condition.comparison()) + ": "
                                + consequence(condition, value),
                        help(condition.comparison())));
            }
        }
    }

    /** Malformed variables are told by the reader; {@code True} is understood. */
    private static boolean isMalformed(ValueTemplate value, Comparison comparison) {
        String text = value.text();
        return switch (comparison.family()) {
            case STRING -> false;
            case BOOL, NULL -> !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false");
            case ARN -> !value.hasMalformedVariable() && !Literals.isWellFormed(value, comparison);
            case NUMERIC, DATE, IP, BINARY -> !Literals.isWellFormed(value, comparison);
        };
    }

    private static String expected(Comparison comparison) {
        return switch (comparison.family()) {
            case STRING -> "text";
            case ARN -> "an ARN pattern of six fields";
            case NUMERIC -> "a number";
            case DATE -> "a date";
            case BOOL, NULL -> "true or false";
            case IP -> "an address or network";
            case BINARY -> "base64";
        };
    }

    private static String consequence(LocatedCondition condition, ValueTemplate value) {
        Comparison comparison = condition.comparison();
        return switch (comparison.family()) {
            case STRING -> "it matches nothing";
            case ARN -> arn(condition);
            case NUMERIC -> "it equals no number";
            case DATE ->
                value.text().matches("[0-9]{4}")
                        ? "AWS does not say whether it takes it as a year or as seconds"
                        : "it equals no date";
            case BOOL, NULL -> "AWS takes it as false";
            case IP ->
                comparison.negated() ? "AWS skips it, so it spares nobody" : "AWS skips it, so it matches nobody";
            case BINARY -> "AWS refuses the policy";
        };
    }

    private static String arn(LocatedCondition condition) {
        return condition.in().denies()
                ? "the comparison fails towards denial, for every ARN that no earlier value matches"
                : "the comparison fails towards denial, so the Allow is lost for every ARN that no earlier value matches";
    }

    private static String help(Comparison comparison) {
        return switch (comparison.family()) {
            case STRING -> "write text";
            case ARN -> "write arn:partition:service:region:account:resource, with `*` in any field but the first";
            case NUMERIC -> "write digits, for example 3600; variables and wildcards do not work here";
            case DATE -> "write for example 2027-03-31T00:00:00Z; variables and wildcards do not work here";
            case BOOL, NULL -> "write true or false";
            case IP ->
                "write for example 203.0.113.0/24 or 2001:db8::/32; an IPv6 network has no bits beyond its length";
            case BINARY -> "write base64 with its padding";
        };
    }
}
