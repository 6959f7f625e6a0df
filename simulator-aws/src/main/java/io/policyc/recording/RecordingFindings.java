package io.policyc.recording;

import io.policyc.finding.FindingId;

/** What can be wrong with a recording. */
public final class RecordingFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("recording.wrong-type");
    public static final FindingId UNKNOWN_KEY = FindingId.error("recording.unknown-key");
    public static final FindingId MISSING_KEY = FindingId.error("recording.missing-key");
    public static final FindingId INVALID_VALUE = FindingId.error("recording.invalid-value");

    private RecordingFindings() {}
}
