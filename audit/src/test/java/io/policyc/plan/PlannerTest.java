package io.policyc.plan;

import static io.policyc.plan.PlanCases.NOTHING;
import static io.policyc.plan.PlanCases.ROLE;
import static io.policyc.plan.PlanCases.USER;
import static io.policyc.plan.PlanCases.deploy;
import static io.policyc.plan.PlanCases.details;
import static io.policyc.plan.PlanCases.evidence;
import static io.policyc.plan.PlanCases.key;
import static io.policyc.plan.PlanCases.plan;
import static io.policyc.plan.PlanCases.used;
import static io.policyc.plan.PlanCases.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.AuthorizedRole;
import io.policyc.authorization.LastUse;
import io.policyc.credential.LongLivedCredential;
import io.policyc.credential.LongLivedCredential.Kind;
import io.policyc.credential.Owner;
import io.policyc.role.Trust;
import io.policyc.simulator.Truth;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    private static final AuthorizedRole UNUSED = new AuthorizedRole(ROLE, new LastUse.Never());
    private static final AuthorizedRole OTHER =
            new AuthorizedRole("arn:aws:iam::111122223333:role/other", new LastUse.Never());

    @Test
    void theWholeWayOfAKey() {
        LongLivedCredential busy = key(Truth.TRUE, used("2026-03-01"));
        Plan noRole = plan("2026-03-01", PlanState.EMPTY, NOTHING, user(busy));
        assertThat(only(noRole)).isEqualTo("write-role");

        Plan notThere = plan("2026-03-02", noRole.state(), evidence(details(OTHER), deploy()), user(busy));
        assertThat(only(notThere)).isEqualTo("deploy-role");

        Plan ready = plan("2026-03-03", notThere.state(), evidence(details(UNUSED), deploy()), user(busy));
        assertThat(only(ready)).isEqualTo("use-role");

        PlanEvidence running = evidence(details(new AuthorizedRole(ROLE, used("2026-03-05"))), deploy());
        Plan dual = plan("2026-03-06", ready.state(), running, user(busy));
        assertThat(only(dual)).isEqualTo("dual-run 2026-03-19");

        Plan last = plan("2026-03-18", dual.state(), running, user(busy));
        assertThat(only(last)).isEqualTo("dual-run 2026-03-19");
        Plan due = plan("2026-03-19", last.state(), running, user(busy));
        assertThat(only(due)).isEqualTo("disable 2026-03-19");

        LongLivedCredential inactive = key(Truth.FALSE, used("2026-03-01"));
        Plan silence = plan("2026-03-20", due.state(), running, user(inactive));
        assertThat(only(silence)).isEqualTo("silence 2026-03-27");
        assertThat(only(plan("2026-03-26", silence.state(), running, user(inactive))))
                .isEqualTo("silence 2026-03-27");
        Plan delete = plan("2026-03-27", silence.state(), running, user(inactive));
        assertThat(only(delete)).isEqualTo("delete 2026-03-27");

        Plan gone = plan("2026-03-28", delete.state(), running, user());
        assertThat(gone.keys()).isEmpty();
        assertThat(gone.gone()).isEqualTo(1);
        assertThat(gone.state().keys().values().iterator().next().gone()).contains(PlanCases.day("2026-03-28"));
        assertThat(plan("2026-04-28", gone.state(), running, user()).state()).isEqualTo(gone.state());
    }

    @Test
    void aKeyThatIsUsedAgainWaitsAgain() {
        PlanEvidence running = evidence(details(new AuthorizedRole(ROLE, used("2026-03-05"))), deploy());
        Plan dual = plan("2026-03-06", PlanState.EMPTY, running, user(key(Truth.TRUE, used("2026-03-01"))));
        PlanEvidence later = evidence(details(new AuthorizedRole(ROLE, used("2026-03-15"))), deploy());
        Plan again = plan("2026-03-15", dual.state(), later, user(key(Truth.TRUE, used("2026-03-14"))));

        assertThat(only(again)).isEqualTo("dual-run 2026-03-28");
        assertThat(record(again).dualRun()).contains(PlanCases.day("2026-03-05"));
    }

    /** Nobody uses the role, nobody uses the key: the work may be done once a month. */
    @Test
    void aRoleThatTookNothingOverHoldsTheKey() {
        PlanEvidence running = evidence(details(new AuthorizedRole(ROLE, used("2026-03-05"))), deploy());
        Plan held = plan("2026-03-30", PlanState.EMPTY, running, user(key(Truth.TRUE, used("2026-03-06"))));

        assertThat(only(held)).isEqualTo("held");
        assertThat(held.keys().get(0).missing().get(0)).contains("was not used since the key was");
    }

    @Test
    void whatIsNotKnownHoldsTheKey() {
        LongLivedCredential busy = key(Truth.TRUE, used("2026-03-01"));
        assertThat(only(plan("2026-03-02", PlanState.EMPTY, evidence(NOTHING.details(), deploy()), user(busy))))
                .isEqualTo("held");
        assertThat(only(plan("2026-03-02", PlanState.EMPTY, evidence(details(), deploy()), user(busy))))
                .isEqualTo("held");
        AuthorizedRole silent = new AuthorizedRole(ROLE, new LastUse.Unknown());
        assertThat(only(plan("2026-03-02", PlanState.EMPTY, evidence(details(silent), deploy()), user(busy))))
                .isEqualTo("held");
        assertThat(only(plan("2026-03-02", PlanState.EMPTY, NOTHING, user(key(Truth.TRUE, new LastUse.Unknown())))))
                .isEqualTo("held");
        assertThat(only(plan("2026-03-02", PlanState.EMPTY, NOTHING, user(key(Truth.UNKNOWN, used("2026-03-01"))))))
                .isEqualTo("held");
        LongLivedCredential undated = new LongLivedCredential(
                busy.account(), busy.user(), busy.arn(), busy.kind(), Truth.TRUE, Optional.empty(), busy.lastUse());
        Plan plan = plan("2026-03-02", PlanState.EMPTY, NOTHING, user(undated));
        assertThat(only(plan)).isEqualTo("held");
        assertThat(plan.state()).isEqualTo(PlanState.EMPTY);
        Plan known = plan("2026-03-02", PlanState.EMPTY, NOTHING, user(busy));
        assertThat(plan("2026-03-03", known.state(), NOTHING, user(undated)).state())
                .isEqualTo(known.state());
    }

    @Test
    void someKeysNeedNoRole() {
        LongLivedCredential never = key(Truth.TRUE, new LastUse.Never());
        assertThat(only(plan("2026-04-10", PlanState.EMPTY, NOTHING, user(never))))
                .isEqualTo("write-role");
        assertThat(only(plan("2026-04-11", PlanState.EMPTY, NOTHING, user(never))))
                .isEqualTo("disable 2026-04-11");
        LongLivedCredential busy = key(Truth.TRUE, used("2026-04-11"));
        assertThat(only(plan(
                        "2026-04-11",
                        PlanState.EMPTY,
                        NOTHING,
                        user(Optional.of(PlanCases.owner(Owner.Status.DEPARTED)), busy))))
                .isEqualTo("disable");
        assertThat(only(plan(
                        "2026-04-11",
                        PlanState.EMPTY,
                        NOTHING,
                        user(Optional.of(PlanCases.owner(Owner.Status.UNKNOWN)), busy))))
                .isEqualTo("write-role");
    }

    @Test
    void aKeyOfTheRootUserIsDeletedByTheRootUser() {
        for (Truth active : ImmutableList.of(Truth.TRUE, Truth.FALSE)) {
            LongLivedCredential key = new LongLivedCredential(
                    PlanCases.ACCOUNT,
                    LongLivedCredential.ROOT,
                    "arn:aws:iam::111122223333:root",
                    Kind.ACCESS_KEY_1,
                    active,
                    Optional.of(PlanCases.MADE),
                    new LastUse.Never());
            Plan plan = plan("2026-01-11", PlanState.EMPTY, NOTHING, user(key));
            assertThat(only(plan)).isEqualTo("delete-root-key");
            Commands commands = KeyCommands.of(plan.keys().get(0));
            assertThat(commands.run()).isEmpty();
            assertThat(commands.before().get(0)).contains("root user of account 111122223333");
        }
    }

    @Test
    void aDisabledKeyThatComesBackIsPlannedAnew() {
        Plan silence = plan("2026-03-20", PlanState.EMPTY, NOTHING, user(key(Truth.FALSE, used("2026-03-01"))));
        Plan back = plan("2026-03-21", silence.state(), NOTHING, user(key(Truth.TRUE, used("2026-03-21"))));

        assertThat(only(back)).isEqualTo("write-role");
        assertThat(record(back).disabled()).isEmpty();
        assertThat(back.keys().get(0).evidence().get(0))
                .contains("active again")
                .contains("2026-03-21");
        assertThat(record(back).back()).contains(PlanCases.day("2026-03-21"));
    }

    @Test
    void aKeyThatWasMissedIsNotDisabledTheNextDay() {
        PlanEvidence running = evidence(details(new AuthorizedRole(ROLE, used("2026-03-05"))), deploy());
        LongLivedCredential unused = key(Truth.TRUE, used("2026-03-01"));
        Plan silence = plan("2026-03-20", PlanState.EMPTY, running, user(key(Truth.FALSE, used("2026-03-01"))));

        assertThat(only(plan("2026-03-22", PlanState.EMPTY, running, user(unused))))
                .isEqualTo("disable 2026-03-19");
        assertThat(only(plan("2026-03-22", silence.state(), running, user(unused))))
                .isEqualTo("dual-run 2026-04-05");
    }

    @Test
    void aKeyInTheSamePlaceIsAnotherOne() {
        Plan first = plan("2026-03-01", PlanState.EMPTY, NOTHING, user(key(Truth.FALSE, used("2026-02-01"))));
        LongLivedCredential old = key(Truth.TRUE, new LastUse.Never());
        LongLivedCredential next = new LongLivedCredential(
                old.account(),
                old.user(),
                old.arn(),
                old.kind(),
                Truth.TRUE,
                Optional.of(Instant.parse("2026-03-02T00:00:00Z")),
                old.lastUse());
        Plan second = plan("2026-03-03", first.state(), NOTHING, user(next));

        assertThat(second.state().keys()).hasSize(2);
        assertThat(second.gone()).isEqualTo(1);
        assertThat(only(second)).isEqualTo("write-role");
    }

    @Test
    void accountsWithoutAReportStayAsTheyAre() {
        Plan first = plan("2026-03-01", PlanState.EMPTY, NOTHING, user(key(Truth.TRUE, used("2026-03-01"))));
        Plan second = plan("2026-03-02", first.state(), NOTHING);

        assertThat(second.state()).isEqualTo(first.state());
        assertThat(second.elsewhere()).isEqualTo(1);
        assertThat(second.gone()).isZero();
    }

    @Test
    void otherRolesStartAnotherDualRun() {
        PlanEvidence running = evidence(details(new AuthorizedRole(ROLE, used("2026-03-05"))), deploy());
        LongLivedCredential busy = key(Truth.TRUE, used("2026-03-05"));
        Plan dual = plan("2026-03-06", PlanState.EMPTY, running, user(busy));
        String second = "arn:aws:iam::111122223333:role/second";
        PlanEvidence both = evidence(
                details(new AuthorizedRole(ROLE, used("2026-03-10")), new AuthorizedRole(second, used("2026-03-09"))),
                deploy(),
                PlanCases.role("second", deploy().trust()));

        assertThat(record(plan("2026-03-10", dual.state(), both, user(busy))).dualRun())
                .contains(PlanCases.day("2026-03-10"));
    }

    @Test
    void permissionSetsAreKnownByTheRolesThatTheyBecome() {
        String reserved = "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_";
        AuthorizedRole role = new AuthorizedRole(reserved + "Developer_0123456789abcdef", used("2026-03-05"));
        AuthorizedRole other = new AuthorizedRole(reserved + "Developer_Plus_0123456789abcdef", used("2026-03-06"));
        LongLivedCredential busy = key(Truth.TRUE, used("2026-03-01"));
        PlanEvidence there = evidence(details(role, other), PlanCases.role("Developer", new Trust.IdentityCenter()));
        PlanEvidence missing = evidence(details(other), PlanCases.role("Developer", new Trust.IdentityCenter()));

        assertThat(only(plan("2026-03-06", PlanState.EMPTY, there, user(busy)))).isEqualTo("dual-run 2026-03-19");
        assertThat(only(plan("2026-03-06", PlanState.EMPTY, missing, user(busy))))
                .isEqualTo("deploy-role");
    }

    @Test
    void otherCredentialsAreCountedAndNotPlanned() {
        LongLivedCredential key = key(Truth.TRUE, used("2026-03-01"));
        LongLivedCredential password = new LongLivedCredential(
                key.account(), key.user(), USER, Kind.PASSWORD, Truth.TRUE, key.rotated(), key.lastUse());
        Plan plan = plan("2026-03-02", PlanState.EMPTY, NOTHING, user(password, key));

        assertThat(plan.others()).isEqualTo(1);
        assertThat(plan.keys()).hasSize(1);
    }

    @Test
    void aDayBeforeTheRecordedOneIsRefused() {
        Plan first = plan("2026-03-02", PlanState.EMPTY, NOTHING, user(key(Truth.TRUE, used("2026-03-01"))));

        assertThatThrownBy(() -> plan("2026-03-01", first.state(), NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(EvidenceDay.check(PlanCases.day("2026-03-01"), NOTHING, first.state()))
                .extracting(finding -> finding.id().name())
                .containsExactly("plan.earlier-day");
        assertThat(EvidenceDay.check(PlanCases.day("2026-03-02"), NOTHING, first.state()))
                .isEmpty();
    }

    private static KeyRecord record(Plan plan) {
        assertThat(plan.state().keys()).hasSize(1);
        return plan.state().keys().values().iterator().next();
    }

    private static String only(Plan plan) {
        assertThat(plan.keys()).hasSize(1);
        KeyPlan key = plan.keys().get(0);
        return key.stage().word() + key.due().map(due -> " " + due).orElse("");
    }
}
