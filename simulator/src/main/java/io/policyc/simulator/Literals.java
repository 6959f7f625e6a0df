package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Comparison;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;

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

    /** A variable may change the number of fields; only what is written counts here. */
    private static boolean isArnPattern(ValueTemplate value) {
        ImmutableList<Part> parts = value.parts(PolicyVersion.V2012_10_17);
        return !value.hasMalformedVariable() && Syntaxes.isArn(parts);
    }
}
