package io.policyc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.authorization.AuthorizedRole;
import io.policyc.authorization.LastUse;
import io.policyc.credential.AuditedUser;
import io.policyc.simulator.Truth;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class PlanLawsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    /** What is known on a day of one key and its role. */
    record Known(PlanEvidence evidence, AuditedUser user) {}

    @Property(tries = 300)
    void aSecondPlanOfTheSameChangesNothing(@ForAll("known") Known earlier, @ForAll("known") Known known) {
        PlanState state = plan(DAY, PlanState.EMPTY, earlier).state();
        Plan first = plan(DAY.plusDays(1), state, known);
        Plan second = plan(DAY.plusDays(1), first.state(), known);

        assertThat(second.state()).isEqualTo(first.state());
        assertThat(PlanStateText.of(second.state())).isEqualTo(PlanStateText.of(first.state()));
        assertThat(second).isEqualTo(first);
    }

    @Property(tries = 300)
    void aLaterDayMovesNoRecordedDay(
            @ForAll("known") Known earlier, @ForAll("known") Known known, @ForAll @IntRange(max = 400) int days) {
        PlanState state = plan(DAY, PlanState.EMPTY, earlier).state();
        Plan first = plan(DAY, state, known);
        Plan later = plan(DAY.plusDays(days), first.state(), known);

        assertThat(later.state()).isEqualTo(first.state());
    }

    /** Days only bring the next step nearer: what is due stays due. */
    @Property(tries = 300)
    void whatIsDueStaysDue(@ForAll("known") Known known, @ForAll @IntRange(max = 400) int days) {
        Plan first = plan(DAY, PlanState.EMPTY, known);
        KeyPlan later = plan(DAY.plusDays(days), first.state(), known).keys().get(0);
        KeyPlan before = first.keys().get(0);

        if (before.stage() == Stage.DISABLE || before.stage() == Stage.DELETE) {
            assertThat(later.stage()).isEqualTo(before.stage());
        }
    }

    /** A key is disabled only if it is known to be unused for long, its owner has left, or a role was used since it was. */
    @Property(tries = 300)
    void nothingIsDisabledOnAGuess(@ForAll("known") Known known) {
        KeyPlan plan = plan(DAY, PlanState.EMPTY, known).keys().get(0);
        if (plan.stage() == Stage.DISABLE) {
            assertThat(plan.missing()).isEmpty();
            assertThat(plan.key().lastUse()).isNotInstanceOf(LastUse.Unknown.class);
            if (plan.key().lastUse() instanceof LastUse.Used used) {
                LocalDate day = used.date().atOffset(ZoneOffset.UTC).toLocalDate();
                assertThat(day).isBeforeOrEqualTo(DAY.minusDays(14));
            }
        }
    }

    private static Plan plan(LocalDate day, PlanState state, Known known) {
        return PlanCases.plan(day.toString(), state, known.evidence(), known.user());
    }

    @Provide
    Arbitrary<Known> known() {
        Arbitrary<LastUse> uses = Arbitraries.oneOf(
                Arbitraries.of(new LastUse.Never(), new LastUse.Unknown()),
                Arbitraries.integers()
                        .between(0, 110)
                        .map(days -> PlanCases.used(DAY.minusDays(days).toString())));
        Arbitrary<PlanEvidence> evidence = uses.flatMap(use -> Arbitraries.of(
                PlanCases.NOTHING,
                PlanCases.evidence(PlanCases.NOTHING.details(), PlanCases.deploy()),
                PlanCases.evidence(PlanCases.details(new AuthorizedRole(PlanCases.ROLE, use)), PlanCases.deploy()),
                PlanCases.evidence(
                        PlanCases.details(new AuthorizedRole(PlanCases.ROLE + "s", use)), PlanCases.deploy())));
        return Combinators.combine(evidence, Arbitraries.of(Truth.class), uses)
                .as((found, active, use) -> new Known(found, PlanCases.user(PlanCases.key(active, use))));
    }
}
