package io.policyc.organization;

import io.policyc.finding.FindingId;

/** What can be wrong with the description of an organization. */
public final class OrganizationFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("organization.wrong-type");
    public static final FindingId UNKNOWN_KEY = FindingId.error("organization.unknown-key");
    public static final FindingId MISSING_KEY = FindingId.error("organization.missing-key");
    public static final FindingId INVALID_ID = FindingId.error("organization.invalid-id");
    public static final FindingId INVALID_ACCOUNT_ID = FindingId.error("organization.invalid-account-id");
    public static final FindingId DUPLICATE_ACCOUNT_ID = FindingId.error("organization.duplicate-account-id");
    public static final FindingId DUPLICATE_ACCOUNT_NAME = FindingId.error("organization.duplicate-account-name");
    public static final FindingId UNKNOWN_POLICY = FindingId.error("organization.unknown-policy");
    public static final FindingId DUPLICATE_ATTACHMENT = FindingId.error("organization.duplicate-attachment");
    public static final FindingId TOO_MANY_POLICIES = FindingId.error("organization.too-many-policies");
    public static final FindingId TOO_DEEP = FindingId.error("organization.too-deep");
    public static final FindingId LEVEL_WITHOUT_ALLOW = FindingId.error("organization.level-without-allow");
    public static final FindingId QUARANTINE_ALLOWS = FindingId.error("organization.quarantine-allows");

    public static final FindingId INVALID_VALUE = FindingId.error("organization.invalid-value");
    public static final FindingId UNKNOWN_TARGET = FindingId.error("organization.unknown-target");
    public static final FindingId AMBIGUOUS_TARGET = FindingId.error("organization.ambiguous-target");
    public static final FindingId DUPLICATE_PHASE = FindingId.error("organization.duplicate-phase");
    public static final FindingId PHASE_ORDER = FindingId.error("organization.phase-order");
    public static final FindingId PHASE_DIFFERS = FindingId.error("organization.phase-differs");
    public static final FindingId PHASE_PACKED = FindingId.error("organization.phase-packed");
    public static final FindingId PHASE_INCOMPLETE = FindingId.warning("organization.phase-incomplete");

    private OrganizationFindings() {}
}
