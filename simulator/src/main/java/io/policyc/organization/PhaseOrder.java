package io.policyc.organization;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Phases follow each other as they are written. */
record PhaseOrder(Findings findings) {

    void check(List<Phase> phases) {
        Optional<LocalDate> start = Optional.empty();
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            Optional<LocalDate> latest = start;
            if (phase.start().isPresent()
                    && latest.isPresent()
                    && phase.start().get().isBefore(latest.get())) {
                report(phase, "starts before a phase that stands before it, " + latest.get());
            }
            start = phase.start().or(() -> latest);
            if (i > 0 && phase.attached().isPresent()) {
                checkAttached(phase, phase.attached().get(), phases.get(i - 1));
            }
        }
    }

    private void checkAttached(Phase phase, LocalDate day, Phase before) {
        if (before.attached().isEmpty()) {
            report(phase, "is attached, and " + Printable.quoted(before.name()) + " before it is not");
        } else if (day.isBefore(before.attached().get())) {
            report(phase, "is attached before " + Printable.quoted(before.name()) + ", which stands before it");
        }
    }

    private void report(Phase phase, String what) {
        findings.add(
                OrganizationFindings.PHASE_ORDER,
                phase.place(),
                "phase " + Printable.quoted(phase.name()) + " " + what,
                "phases come in the order in which they are written");
    }
}
