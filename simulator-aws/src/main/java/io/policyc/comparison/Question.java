package io.policyc.comparison;

/** A request as it can be put to the service, or why it cannot. */
public sealed interface Question permits Question.Asked, NotComparable {

    /** The call to make, with the one action of the request. */
    record Asked(SimulationCall call) implements Question {}
}
