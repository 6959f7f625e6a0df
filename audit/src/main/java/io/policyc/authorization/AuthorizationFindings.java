package io.policyc.authorization;

import io.policyc.finding.FindingId;

/** What can be wrong with authorization details. */
final class AuthorizationFindings {
    static final FindingId WRONG_TYPE = FindingId.error("authorization.wrong-type");
    static final FindingId NO_DETAILS = FindingId.error("authorization.no-details");
    static final FindingId MISSING_KEY = FindingId.error("authorization.missing-key");
    static final FindingId INVALID_VALUE = FindingId.error("authorization.invalid-value");
    static final FindingId CONTRADICTION = FindingId.error("authorization.contradiction");
    static final FindingId TOO_MANY = FindingId.error("authorization.too-many");
    static final FindingId INCOMPLETE = FindingId.warning("authorization.incomplete");
    static final FindingId UNREADABLE_POLICY = FindingId.warning("authorization.unreadable-policy");

    private AuthorizationFindings() {}
}
