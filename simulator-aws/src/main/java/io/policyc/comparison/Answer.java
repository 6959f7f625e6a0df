package io.policyc.comparison;

import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.simulator.Outcome;

/** What the service says of one request. */
public sealed interface Answer {

    /** The decision, and all else that was answered about the action. */
    record Answered(Outcome outcome, ActionResult result) implements Answer {}

    /**
     * The service was not asked, for it would answer something else.
     *
     * @param reason in one line, for people
     */
    record NotComparable(String reason) implements Answer {}
}
