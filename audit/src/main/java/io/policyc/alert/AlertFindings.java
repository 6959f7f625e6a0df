package io.policyc.alert;

import io.policyc.finding.FindingId;

/** What can be wrong with a pattern of events, and with the events that it is tested on. */
final class AlertFindings {
    static final FindingId INVALID_PATTERN = FindingId.error("alert.invalid-pattern");
    static final FindingId UNKNOWN_OPERATOR = FindingId.error("alert.unknown-operator");
    static final FindingId LARGE_PATTERN = FindingId.warning("alert.large-pattern");
    static final FindingId NOT_AN_EVENT = FindingId.error("alert.not-an-event");

    private AlertFindings() {}
}
