package io.policyc.imports;

import io.policyc.finding.FindingId;

/** What is to be said of an import. */
public final class ImportFindings {
    public static final FindingId CANNOT_BE_SAID = FindingId.error("import.cannot-be-said");
    public static final FindingId UNKNOWN_VALUE = FindingId.error("import.unknown-value");
    public static final FindingId TO_FILL_IN = FindingId.warning("import.to-fill-in");
    public static final FindingId NOT_KEPT = FindingId.warning("import.not-kept");

    private ImportFindings() {}
}
