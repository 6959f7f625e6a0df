package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.policyc.organization.Phase;
import io.policyc.simulator.Truth;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** Plans the phases in their order: each waits for the gate of the one before it. */
record PhasePlanner(
        LocalDate day,
        ImmutableSortedMap<String, LocalDate> recorded,
        Optional<Replay> replay,
        Function<String, Truth> owned) {

    ImmutableList<PhasePlan> plan(ImmutableList<Phase> phases) {
        ImmutableList.Builder<PhasePlan> plans = ImmutableList.builder();
        Optional<PhasePlan> before = Optional.empty();
        for (Phase phase : phases) {
            PhasePlan plan = phase.attached().isPresent()
                    ? attached(phase, phase.attached().get())
                    : ahead(phase, before);
            plans.add(plan);
            before = Optional.of(plan);
        }
        return plans.build();
    }

    private PhasePlan attached(Phase phase, LocalDate attached) {
        Gate gate = Gate.of(phase, attached, day, Optional.ofNullable(recorded.get(phase.name())), replay, owned);
        LocalDate earliest = attached.plusDays(phase.quiet());
        return new PhasePlan(
                phase,
                gate.holds() == Truth.TRUE ? PhaseStage.PASSED : PhaseStage.ATTACHED,
                Optional.of(earliest).filter(until -> gate.holds() == Truth.UNKNOWN && until.isAfter(day)),
                gate.holds(),
                gate.quiet(),
                ImmutableList.<String>builder()
                        .add("attached since " + attached)
                        .addAll(gate.evidence())
                        .build(),
                gate.missing());
    }

    private PhasePlan ahead(Phase phase, Optional<PhasePlan> before) {
        if (before.isPresent() && before.get().gate() != Truth.TRUE) {
            return plan(
                    phase,
                    PhaseStage.WAITING,
                    "waits for the gate of `" + before.get().phase().name() + "`");
        }
        if (phase.start().filter(start -> start.isAfter(day)).isPresent()) {
            return plan(
                    phase, PhaseStage.SCHEDULED, "starts on " + phase.start().get() + " at the earliest");
        }
        return plan(
                phase,
                PhaseStage.ATTACH,
                "when it is done, write `attached: DATE` beside its name in organization.yaml");
    }

    private static PhasePlan plan(Phase phase, PhaseStage stage, String evidence) {
        return new PhasePlan(
                phase,
                stage,
                phase.start(),
                Truth.UNKNOWN,
                Optional.empty(),
                ImmutableList.of(evidence),
                ImmutableList.of());
    }
}
