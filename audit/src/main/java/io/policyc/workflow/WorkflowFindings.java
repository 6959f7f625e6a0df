package io.policyc.workflow;

import io.policyc.finding.FindingId;

/** What is said of workflow files. */
public final class WorkflowFindings {
    public static final FindingId STATIC_KEY = FindingId.warning("workflow.static-key");
    public static final FindingId KEY_IN_FILE = FindingId.error("workflow.key-in-file");
    public static final FindingId ROLE_AND_KEY = FindingId.warning("workflow.role-and-key");
    public static final FindingId NO_ID_TOKEN = FindingId.error("workflow.no-id-token");
    public static final FindingId CANNOT_TELL = FindingId.info("workflow.cannot-tell");
    public static final FindingId WRONG_TYPE = FindingId.error("workflow.wrong-type");
    public static final FindingId NOTHING_FOUND = FindingId.error("workflow.nothing-found");

    private WorkflowFindings() {}
}
