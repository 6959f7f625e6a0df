package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.LastUse;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Evidence from after the day of a plan, which then cannot be the day that is meant. */
public final class EvidenceDay {
    private static final String HELP = "give the day of the evidence with --as-of";

    private EvidenceDay() {}

    /** What is later than the day, a finding for each kind of evidence; reports of credentials are checked where they are read. */
    public static ImmutableList<Finding> check(LocalDate day, PlanEvidence evidence, PlanState state) {
        Optional<Finding> recorded = state.latest()
                .filter(latest -> latest.isAfter(day))
                .map(latest -> Finding.withoutPlace(
                                PlanFindings.EARLIER_DAY,
                                "a plan of " + latest + " is recorded, and this would be one of " + day)
                        .withHelp("days of plans go forward; bring back the state of that day to plan it again"));
        Optional<Finding> role = evidence.details().roles().values().stream()
                .filter(found -> found.lastUse() instanceof LastUse.Used used && isLater(used.date(), day))
                .findFirst()
                .map(found -> later("role " + Printable.quoted(found.arn()) + " was last used after " + day));
        Optional<Finding> replay = evidence.replay()
                .filter(found -> isLater(found.to(), day))
                .map(found -> later("the replay ends at " + found.to() + ", after " + day));
        Optional<Finding> phase = evidence.phases().stream()
                .filter(found -> found.attached()
                        .filter(attached -> attached.isAfter(day))
                        .isPresent())
                .findFirst()
                .map(found -> Finding.of(
                                PlanFindings.LATER_EVIDENCE,
                                found.place(),
                                "phase " + Printable.quoted(found.name()) + " is attached after " + day)
                        .withHelp(HELP));
        return Stream.of(recorded, role, replay, phase)
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isLater(Instant moment, LocalDate day) {
        return KeyPlanner.date(moment).isAfter(day);
    }

    private static Finding later(String message) {
        return Finding.withoutPlace(PlanFindings.LATER_EVIDENCE, message).withHelp(HELP);
    }
}
