package io.policyc.workspace;

import io.policyc.finding.FindingId;

/** What can be wrong with the files of a policy repository. */
public final class WorkspaceFindings {
    public static final FindingId WRONG_TYPE = FindingId.error("workspace.wrong-type");
    public static final FindingId UNKNOWN_KEY = FindingId.error("workspace.unknown-key");
    public static final FindingId INVALID_VALUE = FindingId.error("workspace.invalid-value");
    public static final FindingId NOTHING_FOUND = FindingId.error("workspace.nothing-found");
    public static final FindingId DUPLICATE_POLICY = FindingId.error("workspace.duplicate-policy");
    public static final FindingId BROKEN_POLICY = FindingId.error("workspace.broken-policy");
    public static final FindingId FILE_NAME = FindingId.error("workspace.file-name");
    public static final FindingId ROLE_FILE = FindingId.error("workspace.role-file");
    public static final FindingId CANNOT_WRITE = FindingId.error("workspace.cannot-write");

    private WorkspaceFindings() {}
}
