package io.policyc.comparison;

import io.policyc.finding.FindingId;

/** What can be wrong with the list of known disagreements. */
public final class ComparisonFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("comparison.wrong-type");
    public static final FindingId UNKNOWN_KEY = FindingId.error("comparison.unknown-key");
    public static final FindingId MISSING_KEY = FindingId.error("comparison.missing-key");
    public static final FindingId INVALID_VALUE = FindingId.error("comparison.invalid-value");
    public static final FindingId DUPLICATE = FindingId.error("comparison.duplicate");
    public static final FindingId STALE = FindingId.warning("comparison.stale");

    private ComparisonFindings() {}
}
