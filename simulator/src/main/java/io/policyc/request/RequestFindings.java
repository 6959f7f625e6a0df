package io.policyc.request;

import io.policyc.finding.FindingId;

/** What can be wrong with the description of a request. */
public final class RequestFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("request.wrong-type");
    public static final FindingId UNKNOWN_KEY = FindingId.error("request.unknown-key");
    public static final FindingId MISSING_KEY = FindingId.error("request.missing-key");
    public static final FindingId CONFLICTING_KEYS = FindingId.error("request.conflicting-keys");
    public static final FindingId INVALID_PRINCIPAL = FindingId.error("request.invalid-principal");
    public static final FindingId ASSUMED_ROLE_ARN = FindingId.error("request.assumed-role-arn");
    public static final FindingId UNKNOWN_ACCOUNT = FindingId.error("request.unknown-account");
    public static final FindingId INVALID_CREDENTIALS = FindingId.error("request.invalid-credentials");
    public static final FindingId INVALID_ACTION = FindingId.error("request.invalid-action");
    public static final FindingId INVALID_RESOURCE = FindingId.error("request.invalid-resource");
    public static final FindingId UNKNOWN_REGION = FindingId.warning("request.unknown-region");
    public static final FindingId UNKNOWN_CLIENT = FindingId.error("request.unknown-client");
    public static final FindingId INVALID_TIME = FindingId.error("request.invalid-time");
    public static final FindingId INVALID_SOURCE_IP = FindingId.error("request.invalid-source-ip");
    public static final FindingId INVALID_SERVICE = FindingId.error("request.invalid-service");
    public static final FindingId INVALID_CONTEXT_KEY = FindingId.error("request.invalid-context-key");
    public static final FindingId INVALID_CONTEXT_ENTRY = FindingId.error("request.invalid-context-entry");
    public static final FindingId UNKNOWN_CONTEXT_KEY = FindingId.warning("request.unknown-context-key");
    public static final FindingId SINGLE_VALUED_KEY = FindingId.error("request.single-valued-key");
    public static final FindingId INVALID_TOKEN = FindingId.error("request.invalid-token");
    public static final FindingId TOKEN_NOT_READ = FindingId.info("request.token-not-read");
    public static final FindingId UNKNOWN_ISSUER = FindingId.info("request.unknown-issuer");
    public static final FindingId SUBJECT_FORM = FindingId.info("request.subject-form");
    public static final FindingId CONTRADICTION = FindingId.error("request.contradiction");

    private RequestFindings() {}
}
