package io.policyc.intent;

import io.policyc.finding.FindingId;

/** What can be wrong with an intent. */
public final class IntentFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("intent.wrong-type");
    public static final FindingId LIST_IN_TEXT = FindingId.error("intent.list-in-text");
    public static final FindingId UNKNOWN_KEY = FindingId.error("intent.unknown-key");
    public static final FindingId MISSING_KEY = FindingId.error("intent.missing-key");
    public static final FindingId UNKNOWN_VALUE = FindingId.error("intent.unknown-value");
    public static final FindingId MISSING_VALUE = FindingId.error("intent.missing-value");
    public static final FindingId NESTED_VALUE = FindingId.error("intent.nested-value");
    public static final FindingId TOO_MANY_VALUES = FindingId.error("intent.too-many-values");
    public static final FindingId UNKNOWN_GROUP = FindingId.error("intent.unknown-group");
    public static final FindingId UNKNOWN_GUARDRAIL = FindingId.error("intent.unknown-guardrail");
    public static final FindingId UNKNOWN_PARAMETER = FindingId.error("intent.unknown-parameter");
    public static final FindingId MISSING_PARAMETER = FindingId.error("intent.missing-parameter");
    public static final FindingId CONFLICTING_KEYS = FindingId.error("intent.conflicting-keys");
    public static final FindingId INVALID_NAME = FindingId.error("intent.invalid-name");
    public static final FindingId INVALID_SID = FindingId.error("intent.invalid-sid");
    public static final FindingId DUPLICATE_SID = FindingId.error("intent.duplicate-sid");
    public static final FindingId EMPTY_LIST = FindingId.error("intent.empty-list");
    public static final FindingId INVALID_ACTION = FindingId.error("intent.invalid-action");
    public static final FindingId INVALID_RESOURCE = FindingId.error("intent.invalid-resource");
    public static final FindingId UNKNOWN_FACET = FindingId.error("intent.unknown-facet");
    public static final FindingId INVALID_VALUE = FindingId.error("intent.invalid-value");
    public static final FindingId INVALID_PRINCIPAL = FindingId.error("intent.invalid-principal");
    public static final FindingId NEVER_APPLIES = FindingId.error("intent.never-applies");
    public static final FindingId EXEMPTS_EVERYBODY = FindingId.error("intent.exempts-everybody");
    public static final FindingId UNKNOWN_OPERATOR = FindingId.error("intent.unknown-operator");
    public static final FindingId MALFORMED_VALUE = FindingId.error("intent.malformed-value");
    public static final FindingId MULTIVALUED_KEY = FindingId.error("intent.multivalued-key");
    public static final FindingId UNKNOWN_VARIABLE = FindingId.error("intent.unknown-variable");
    public static final FindingId VARIABLE_IN_ARN = FindingId.error("intent.variable-in-arn");
    public static final FindingId NO_COMPLEMENT = FindingId.error("intent.no-complement");
    public static final FindingId TOO_MANY_STATEMENTS = FindingId.error("intent.too-many-statements");
    public static final FindingId CANNOT_COMBINE = FindingId.error("intent.cannot-combine");
    public static final FindingId UNKNOWN_REGION = FindingId.warning("intent.unknown-region");
    public static final FindingId CANNOT_FIRE = FindingId.warning("intent.cannot-fire");
    public static final FindingId VARIABLE_IN_NEGATION = FindingId.warning("intent.variable-in-negation");

    private IntentFindings() {}
}
