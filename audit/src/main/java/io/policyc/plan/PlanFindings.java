package io.policyc.plan;

import io.policyc.finding.FindingId;

/** What can be wrong with the state of a plan and with the evidence that it is made from. */
public final class PlanFindings {
    public static final FindingId DAMAGED_STATE = FindingId.error("plan.damaged-state");
    public static final FindingId EARLIER_DAY = FindingId.error("plan.earlier-day");
    public static final FindingId LATER_EVIDENCE = FindingId.error("plan.later-evidence");
    public static final FindingId WRONG_TYPE = FindingId.error("replay.wrong-type");
    public static final FindingId MISSING_KEY = FindingId.error("replay.missing-key");
    public static final FindingId UNKNOWN_KEY = FindingId.error("replay.unknown-key");
    public static final FindingId INVALID_VALUE = FindingId.error("replay.invalid-value");

    private PlanFindings() {}
}
