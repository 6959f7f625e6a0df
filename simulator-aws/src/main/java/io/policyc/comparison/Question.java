package io.policyc.comparison;

/** A request as it can be put to the service, or why it cannot. */
public sealed interface Question {

    /** The call to make, with the one action of the request. */
    record Asked(SimulationCall call) implements Question {}

    /**
     * The service has no way to answer, or would answer something else.
     *
     * @param reason in one line, for people
     */
    record NotComparable(String reason) implements Question {}
}
