package io.policyc.expectation;

import io.policyc.finding.FindingId;

/** What can be wrong with a test file. */
public final class TestFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("test.wrong-type");
    public static final FindingId UNKNOWN_KEY = FindingId.error("test.unknown-key");
    public static final FindingId MISSING_KEY = FindingId.error("test.missing-key");
    public static final FindingId NOT_YET = FindingId.error("test.not-yet");
    public static final FindingId CONFLICTING_POLICIES = FindingId.error("test.conflicting-policies");
    public static final FindingId LIMITS_WITHOUT_GRANTS = FindingId.error("test.limits-without-grants");
    public static final FindingId DEPENDS_ON_NOTHING = FindingId.error("test.depends-on-nothing");
    public static final FindingId UNKNOWN_REASON = FindingId.error("test.unknown-reason");
    public static final FindingId UNKNOWN_RULE = FindingId.error("test.unknown-rule");
    public static final FindingId UNKNOWN_POLICY = FindingId.error("test.unknown-policy");
    public static final FindingId NO_ORGANIZATION = FindingId.error("test.no-organization");
    public static final FindingId NO_TESTS = FindingId.error("test.no-tests");
    public static final FindingId DUPLICATE_NAME = FindingId.error("test.duplicate-name");
    public static final FindingId UNKNOWN_EXPECTATION = FindingId.error("test.unknown-expectation");
    public static final FindingId BECAUSE_WITHOUT_RULE = FindingId.error("test.because-without-rule");
    public static final FindingId SKIP_WITHOUT_REASON = FindingId.error("test.skip-without-reason");
    public static final FindingId MATRIX_CONFLICT = FindingId.error("test.matrix-conflict");
    public static final FindingId EMPTY_MATRIX = FindingId.error("test.empty-matrix");
    public static final FindingId MATRIX_TOO_LARGE = FindingId.error("test.matrix-too-large");
    /** Not about the file: the policies do not do what it expects. */
    public static final FindingId FAILED = FindingId.error("test.failed");

    /** Not about the policies: the test leaves a key open on which the answer depends. */
    public static final FindingId OPEN_KEY = FindingId.error("test.open-key");

    private TestFindings() {}
}
