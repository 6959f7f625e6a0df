package io.policyc.comparison;

/** A service that simulates policies: that of AWS, a local endpoint, or a recording of either. */
@FunctionalInterface
public interface SimulationService {
    /**
     * Asks, and follows pages to the last one.
     *
     * @throws ServiceFailure if there is no answer
     */
    SimulationAnswer simulate(SimulationCall call);
}
