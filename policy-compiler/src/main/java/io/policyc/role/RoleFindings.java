package io.policyc.role;

import io.policyc.finding.FindingId;

/** What can be wrong with a role. */
public final class RoleFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("role.wrong-type");
    public static final FindingId UNKNOWN_KEY = FindingId.error("role.unknown-key");
    public static final FindingId MISSING_KEY = FindingId.error("role.missing-key");
    public static final FindingId CONFLICTING_KEYS = FindingId.error("role.conflicting-keys");
    public static final FindingId INVALID_VALUE = FindingId.error("role.invalid-value");
    public static final FindingId UNKNOWN_ACCOUNT = FindingId.error("role.unknown-account");
    public static final FindingId DUPLICATE_ROLE = FindingId.error("role.duplicate-role");
    public static final FindingId TOO_LARGE = FindingId.error("role.too-large");
    public static final FindingId NEVER_ASSUMED = FindingId.error("role.never-assumed");
    public static final FindingId OVER_QUOTA = FindingId.warning("role.over-quota");
    public static final FindingId ANY_ACTION = FindingId.warning("role.any-action");
    public static final FindingId WILDCARD_RESOURCE = FindingId.warning("role.wildcard-resource");
    public static final FindingId ANY_REF = FindingId.warning("role.any-ref");
    public static final FindingId OLDER_SUBJECT = FindingId.warning("role.older-subject");
    public static final FindingId SEPARATE_JOBS = FindingId.warning("role.separate-jobs");
    public static final FindingId PLACEHOLDER = FindingId.warning("role.placeholder");

    private RoleFindings() {}
}
