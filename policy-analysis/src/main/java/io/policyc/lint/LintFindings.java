package io.policyc.lint;

import io.policyc.finding.FindingId;

/** What a policy that AWS accepts may do against the intention of its author. */
public final class LintFindings {
    public static final FindingId CALLER_CHOSEN_KEY = FindingId.warning("lint.caller-chosen-key");
    public static final FindingId FOR_ALL_VALUES_ON_SINGLE_VALUED_KEY =
            FindingId.warning("lint.for-all-values-on-single-valued-key");
    public static final FindingId FULL_DENY = FindingId.warning("lint.full-deny");
    public static final FindingId IDENTITY_CENTER_REGION = FindingId.warning("lint.identity-center-region");
    public static final FindingId MALFORMED_VALUE = FindingId.warning("lint.malformed-value");
    public static final FindingId MULTIVALUED_KEY = FindingId.warning("lint.multivalued-key");
    public static final FindingId NEGATED_KEY_MAY_BE_ABSENT = FindingId.info("lint.negated-key-may-be-absent");
    public static final FindingId SPARES_ONLY_THE_LISTED = FindingId.warning("lint.spares-only-the-listed");
    public static final FindingId STRING_OPERATOR_ON_ARN_KEY = FindingId.warning("lint.string-operator-on-arn-key");
    public static final FindingId STS_SESSION_ARN = FindingId.warning("lint.sts-session-arn");
    public static final FindingId UNKNOWN_CONDITION_KEY = FindingId.warning("lint.unknown-condition-key");
    public static final FindingId UNKNOWN_VARIABLE = FindingId.warning("lint.unknown-variable");
    public static final FindingId USER_AGENT_NEVER_MATCHES = FindingId.warning("lint.user-agent-never-matches");
    public static final FindingId WILDCARD_WITHOUT_LIKE = FindingId.warning("lint.wildcard-without-like");

    private LintFindings() {}
}
