package io.policyc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.policyc.organization.Phase;
import io.policyc.organization.PolicyTarget;
import io.policyc.policy.LocatedPolicy;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PhasePlannerTest {
    private static final String CALLER = "arn:aws:iam::111122223333:role/nobody";

    @Test
    void aPhaseWaitsForTheGateBeforeIt() {
        ImmutableList<Phase> phases = ImmutableList.of(phase("a", "2026-12-01", ""), phase("b", "2026-12-10", ""));
        assertThat(stages("2026-11-30", none(), phases)).containsExactly("scheduled", "waiting");
        assertThat(stages("2026-12-01", none(), phases)).containsExactly("attach", "waiting");

        ImmutableList<Phase> attached =
                ImmutableList.of(phase("a", "2026-12-01", "2026-12-01"), phase("b", "2026-12-20", ""));
        assertThat(stages("2026-12-15", none(), attached)).containsExactly("attached", "waiting");
        Optional<Replay> quiet = replay("2026-12-01T00:00:00Z", "2026-12-15T00:00:00Z");
        assertThat(stages("2026-12-15", quiet, attached)).containsExactly("passed", "scheduled");
        Optional<Replay> later = replay("2026-12-01T00:00:00Z", "2026-12-20T00:00:00Z");
        assertThat(stages("2026-12-20", later, attached)).containsExactly("passed", "attach");
    }

    @Test
    void aReplayHasToCoverTheWholeTimeAndToBeFresh() {
        ImmutableList<Phase> phases = ImmutableList.of(phase("a", "2026-12-01", "2026-12-01"));
        assertThat(gate("2026-12-15", replay("2026-12-01T00:00:00Z", "2026-12-15T00:00:00Z"), phases))
                .isEqualTo("yes");
        assertThat(gate("2026-12-15", replay("2026-12-01T00:00:01Z", "2026-12-15T00:00:00Z"), phases))
                .isEqualTo("unknown");
        assertThat(gate("2026-12-15", replay("2026-12-01T00:00:00Z", "2026-12-14T23:59:59Z"), phases))
                .isEqualTo("unknown");
        assertThat(gate("2026-12-16", replay("2026-12-01T00:00:00Z", "2026-12-15T00:00:00Z"), phases))
                .isEqualTo("yes");
        assertThat(gate("2026-12-17", replay("2026-12-01T00:00:00Z", "2026-12-15T00:00:00Z"), phases))
                .isEqualTo("unknown");
    }

    @Test
    void aDeniedCallNeedsAnOwner() {
        ImmutableList<Phase> phases = ImmutableList.of(phase("a", "2026-12-01", "2026-12-01"));
        Optional<Replay> denied = replay("2026-12-01T00:00:00Z", "2026-12-20T00:00:00Z", call("2026-12-06T00:00:00Z"));
        assertThat(gate("2026-12-20", denied, phases)).isEqualTo("no");
        assertThat(new PhasePlanner(day("2026-12-20"), recorded(), denied, owned -> Truth.TRUE)
                        .plan(phases)
                        .get(0)
                        .gate()
                        .word())
                .isEqualTo("yes");
        Optional<Replay> before = replay("2026-12-01T00:00:00Z", "2026-12-20T00:00:00Z", call("2026-12-05T23:59:59Z"));
        assertThat(gate("2026-12-20", before, phases)).isEqualTo("yes");
    }

    @Test
    void whatWasSeenToHoldStaysUntilALogSaysOtherwise() {
        ImmutableList<Phase> phases = ImmutableList.of(phase("a", "2026-12-01", "2026-12-01"));
        PhasePlan kept = new PhasePlanner(day("2027-01-10"), recorded("a", "2026-12-16"), none(), owned -> Truth.FALSE)
                .plan(phases)
                .get(0);
        assertThat(kept.held()).contains(day("2026-12-16"));
        Optional<Replay> again = replay("2026-12-20T00:00:00Z", "2027-01-10T00:00:00Z");
        assertThat(new PhasePlanner(day("2027-01-10"), recorded("a", "2026-12-16"), again, owned -> Truth.FALSE)
                        .plan(phases)
                        .get(0)
                        .held())
                .contains(day("2026-12-16"));
        Optional<Replay> denied = replay("2027-01-01T00:00:00Z", "2027-01-10T00:00:00Z", call("2027-01-05T00:00:00Z"));
        PhasePlan lost = new PhasePlanner(day("2027-01-10"), recorded("a", "2026-12-16"), denied, owned -> Truth.FALSE)
                .plan(phases)
                .get(0);
        assertThat(lost.held()).isEmpty();
        assertThat(lost.gate().word()).isEqualTo("no");
        assertThat(lost.evidence().get(1))
                .isEqualTo("denied and nobody's: `" + CALLER + "` s3:GetObject, 2 calls, last 2027-01-05T00:00:00Z");
    }

    @Test
    void aCallOfWhichItIsNotKnownWhoseItIsOpensNoGateAndForgetsNothing() {
        Optional<Replay> denied = replay("2026-12-20T00:00:00Z", "2027-01-10T00:00:00Z", call("2027-01-05T00:00:00Z"));
        PhasePlan plan = new PhasePlanner(
                        day("2027-01-10"), recorded("a", "2026-12-16"), denied, owned -> Truth.UNKNOWN)
                .plan(ImmutableList.of(phase("a", "2026-12-01", "2026-12-01")))
                .get(0);
        assertThat(plan.gate().word()).isEqualTo("unknown");
        assertThat(plan.held()).contains(day("2026-12-16"));
        assertThat(plan.missing())
                .containsExactly("give --owners, whose is what is denied: `" + CALLER
                        + "` s3:GetObject, 2 calls, last 2027-01-05T00:00:00Z");
    }

    @Test
    void commandsNameWhatIsAttachedWhere() {
        Commands commands =
                PhaseCommands.of(new PhasePlanner(day("2026-12-01"), recorded(), none(), owned -> Truth.FALSE)
                        .plan(ImmutableList.of(phase("a", "2026-12-01", "")))
                        .get(0));

        assertThat(commands.run())
                .containsExactly(
                        "aws organizations list-policies --filter SERVICE_CONTROL_POLICY --query"
                                + " 'Policies[?Name=='\\''DenyA'\\''].Id'",
                        "aws organizations attach-policy --policy-id p-… --target-id ou-exam-12345678");
        assertThat(commands.rollBack())
                .last()
                .isEqualTo("aws organizations detach-policy --policy-id p-… --target-id ou-exam-12345678");
    }

    private static Phase phase(String name, String start, String attached) {
        LocatedPolicy policy = LocatedPolicy.withoutPlaces("DenyA", LocatedPolicy.FULL_AWS_ACCESS.document());
        return new Phase(
                name,
                ImmutableList.of(new PolicyTarget(
                        PolicyTarget.Kind.UNIT,
                        "Root/Sandbox",
                        Optional.of("ou-exam-12345678"),
                        ImmutableList.of(policy))),
                Optional.of(day(start)),
                attached.isEmpty() ? Optional.empty() : Optional.of(day(attached)),
                14,
                SourceText.of("organization.yaml", "").start());
    }

    private static Replay.DeniedCall call(String last) {
        Instant moment = Instant.parse(last);
        return new Replay.DeniedCall(CALLER, "s3:GetObject", Optional.empty(), 2, moment, moment);
    }

    private static Optional<Replay> none() {
        return Optional.empty();
    }

    private static Optional<Replay> replay(String from, String to, Replay.DeniedCall... calls) {
        return Optional.of(new Replay(Instant.parse(from), Instant.parse(to), ImmutableList.copyOf(calls)));
    }

    private static ImmutableSortedMap<String, LocalDate> recorded() {
        return ImmutableSortedMap.of();
    }

    private static ImmutableSortedMap<String, LocalDate> recorded(String phase, String day) {
        return ImmutableSortedMap.of(phase, day(day));
    }

    private static List<String> stages(String day, Optional<Replay> replay, ImmutableList<Phase> phases) {
        return new PhasePlanner(day(day), recorded(), replay, owned -> Truth.FALSE)
                .plan(phases).stream().map(plan -> plan.stage().word()).toList();
    }

    private static String gate(String day, Optional<Replay> replay, ImmutableList<Phase> phases) {
        return new PhasePlanner(day(day), recorded(), replay, owned -> Truth.FALSE)
                .plan(phases)
                .get(0)
                .gate()
                .word();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
