package io.policyc.register;

import io.policyc.finding.FindingId;

/** What can be said of exceptions on some day. */
public final class ExceptionFindings {
    public static final FindingId EXPIRED = FindingId.warning("exception.expired");
    public static final FindingId EXPIRES_SOON = FindingId.warning("exception.expires-soon");
    public static final FindingId WITHOUT_OWNER = FindingId.warning("exception.without-owner");

    private ExceptionFindings() {}
}
