package io.policyc.policy;

import io.policyc.finding.FindingId;

/** What can be wrong with a policy document by the grammar and quotas of AWS. */
public final class PolicyFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("policy.wrong-type");
    public static final FindingId UNKNOWN_ELEMENT = FindingId.error("policy.unknown-element");
    public static final FindingId MISSING_ELEMENT = FindingId.error("policy.missing-element");
    public static final FindingId CONFLICTING_ELEMENTS = FindingId.error("policy.conflicting-elements");
    public static final FindingId ELEMENT_NOT_ALLOWED = FindingId.error("policy.element-not-allowed");
    public static final FindingId NESTED_POLICY = FindingId.error("policy.nested-policy");
    public static final FindingId EMPTY_LIST = FindingId.error("policy.empty-list");
    public static final FindingId INVALID_VERSION = FindingId.error("policy.invalid-version");
    public static final FindingId MISSING_VERSION = FindingId.warning("policy.missing-version");
    public static final FindingId ID_ELEMENT = FindingId.warning("policy.id-element");
    public static final FindingId INVALID_EFFECT = FindingId.error("policy.invalid-effect");
    public static final FindingId INVALID_SID = FindingId.error("policy.invalid-sid");
    public static final FindingId DUPLICATE_SID = FindingId.error("policy.duplicate-sid");
    public static final FindingId INVALID_ACTION = FindingId.error("policy.invalid-action");
    public static final FindingId SHORT_RESOURCE = FindingId.warning("policy.short-resource");
    public static final FindingId INVALID_RESOURCE = FindingId.error("policy.invalid-resource");
    public static final FindingId INVALID_PRINCIPAL = FindingId.error("policy.invalid-principal");
    public static final FindingId UNKNOWN_OPERATOR = FindingId.error("policy.unknown-operator");
    public static final FindingId INVALID_CONDITION_KEY = FindingId.error("policy.invalid-condition-key");
    public static final FindingId DUPLICATE_CONDITION_KEY = FindingId.error("policy.duplicate-condition-key");
    public static final FindingId EMPTY_CONDITION = FindingId.warning("policy.empty-condition");
    public static final FindingId INVALID_VARIABLE = FindingId.warning("policy.invalid-variable");
    public static final FindingId CHARACTER = FindingId.warning("policy.character");
    public static final FindingId TOO_LARGE = FindingId.error("policy.too-large");

    private PolicyFindings() {}
}
