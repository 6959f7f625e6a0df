package io.policyc.comparison;

import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.simulator.Outcome;

/** What the service says of one request, or why it was not asked. */
public sealed interface Answer permits Answer.Answered, NotComparable {

    /**
     * What the service answered.
     *
     * @param outcome what follows for the request: where only SCPs were given, whether they stop it
     * @param result all that was answered about the action
     */
    record Answered(Outcome outcome, ActionResult result) implements Answer {}
}
