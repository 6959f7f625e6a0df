package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Phase;
import io.policyc.simulator.Truth;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to do next about a phase.
 *
 * @param due the day from which on it is to be done or known; empty for at once, or where no day says
 * @param gate whether the gate behind it holds
 * @param held since when it was seen to hold
 */
public record PhasePlan(
        Phase phase,
        PhaseStage stage,
        Optional<LocalDate> due,
        Truth gate,
        Optional<LocalDate> held,
        ImmutableList<String> evidence,
        ImmutableList<String> missing) {}
