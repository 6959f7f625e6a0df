package io.policyc.evidence;

import io.policyc.finding.FindingId;

/** What can be wrong with a CloudTrail event or a message, and what neither of them tells. */
public final class EvidenceFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("evidence.wrong-type");
    public static final FindingId MISSING_KEY = FindingId.error("evidence.missing-key");
    public static final FindingId SEVERAL_EVENTS = FindingId.error("evidence.several-events");
    public static final FindingId NO_API_CALL = FindingId.error("evidence.no-api-call");
    public static final FindingId NO_DENIAL = FindingId.error("evidence.no-denial");
    public static final FindingId ENCODED_MESSAGE = FindingId.error("evidence.encoded-message");
    public static final FindingId NOT_TOLD = FindingId.info("evidence.not-told");
    public static final FindingId GUESS = FindingId.info("evidence.guess");

    private EvidenceFindings() {}
}
