package io.policyc.simulator;

import io.policyc.finding.FindingId;

/** What can be said against a decision. */
public final class SimulatorFindings {
    /** It rests on a rule that AWS neither documents clearly nor was seen to follow. */
    public static final FindingId DOUBTFUL_RULE = FindingId.error("decision.doubtful-rule");

    private SimulatorFindings() {}
}
