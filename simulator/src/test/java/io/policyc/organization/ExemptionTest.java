package io.policyc.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.AwsService;
import io.policyc.request.Credentials;
import io.policyc.request.FederatedUser;
import io.policyc.request.IamUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.request.RootUser;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom SCPs bind; an organization whose root has no policy at all denies everybody whom they do. */
class ExemptionTest {
    private static final String MANAGEMENT = "000000000001";
    private static final String MEMBER = "111122223333";
    private static final Organization NOTHING_ALLOWED = new Organization(
            Optional.of("o-example1234"),
            Optional.of(MANAGEMENT),
            new OrganizationalUnit(
                    "root",
                    Optional.empty(),
                    ImmutableList.of(),
                    ImmutableList.of(new OrganizationalUnit(
                            "unit",
                            Optional.empty(),
                            ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS),
                            ImmutableList.of(),
                            ImmutableList.of(account("member", MEMBER)))),
                    ImmutableList.of(account("management", MANAGEMENT))));

    @Test
    void theManagementAccountIsNotBound() {
        assertExempt(new RootUser(MANAGEMENT, Credentials.LONG_LIVED), Exemption.MANAGEMENT_ACCOUNT);
        assertExempt(IamUser.of(MANAGEMENT, "alice", Credentials.LONG_LIVED), Exemption.MANAGEMENT_ACCOUNT);
        assertExempt(RoleSession.of(MANAGEMENT, "admin", RoleSession.Kind.ASSUMED), Exemption.MANAGEMENT_ACCOUNT);
    }

    @Test
    void serviceLinkedRolesAreNotBound() {
        assertExempt(
                RoleSession.of(
                        MEMBER,
                        "aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
                        RoleSession.Kind.SERVICE_LINKED),
                Exemption.SERVICE_LINKED_ROLE);
    }

    @Test
    void servicesAndStrangersAreNotBound() {
        assertExempt(new AwsService("cloudtrail.amazonaws.com"), Exemption.AWS_SERVICE);
        assertExempt(RoleSession.of("999999999999", "admin", RoleSession.Kind.ASSUMED), Exemption.OUTSIDE_ORGANIZATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts:GetCallerIdentity", "sts:GetSessionToken", "STS:getcalleridentity"})
    void someActionsCannotBeDenied(String action) {
        assertExempt(IamUser.of(MEMBER, "alice", Credentials.LONG_LIVED), action, Exemption.CANNOT_BE_DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts:GetFederationToken", "sts:AssumeRole", "s3:GetCallerIdentity"})
    void otherActionsCan(String action) {
        assertBound(IamUser.of(MEMBER, "alice", Credentials.LONG_LIVED), action);
    }

    @Test
    void usersAndRootOfMemberAccountsAreBound() {
        for (Credentials credentials : Credentials.values()) {
            assertBound(new RootUser(MEMBER, credentials), "s3:GetObject");
            assertBound(IamUser.of(MEMBER, "alice", credentials), "s3:GetObject");
        }
        assertBound(new FederatedUser(MEMBER, "alice"), "s3:GetObject");
    }

    @ParameterizedTest
    @EnumSource(value = RoleSession.Kind.class, names = "SERVICE_LINKED", mode = EnumSource.Mode.EXCLUDE)
    void sessionsOfRolesAreBound(RoleSession.Kind kind) {
        assertBound(RoleSession.of(MEMBER, "service-role/lambda-x", kind), "s3:GetObject");
        assertBound(RoleSession.of(MEMBER, "team/aws-service-role/x", kind), "s3:GetObject");
    }

    @Test
    void anUnknownManagementAccountExemptsNobody() {
        Principal user = IamUser.of(MANAGEMENT, "alice", Credentials.LONG_LIVED);

        assertThat(Exemption.of(user, Optional.empty())).isEmpty();
        assertThat(Exemption.of(new AwsService("a.amazonaws.com"), Optional.empty()))
                .hasValue(Exemption.AWS_SERVICE);
    }

    @Test
    void levelsWithoutAnOrganizationHoldForEveryAccount() {
        Level nothing = new Level("all", ImmutableList.of());
        Request request = Request.builder(IamUser.of("999999999999", "alice", Credentials.LONG_LIVED), "s3:GetObject")
                .build();

        assertThat(Simulator.prepare(List.of(nothing)).evaluate(request).outcome())
                .isEqualTo(Outcome.IMPLICIT_DENY);
    }

    @Test
    void accountsAreUnique() {
        ImmutableList<Account> twice = ImmutableList.of(account("a", MEMBER), account("b", MEMBER));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Organization(
                        Optional.empty(),
                        Optional.empty(),
                        new OrganizationalUnit(
                                "root", Optional.empty(), ImmutableList.of(), ImmutableList.of(), twice)));
        assertThatIllegalArgumentException().isThrownBy(() -> account("a", "12345"));
    }

    private static void assertExempt(Principal principal, Exemption exemption) {
        assertExempt(principal, "s3:GetObject", exemption);
    }

    private static void assertExempt(Principal principal, String action, Exemption exemption) {
        Request request = Request.builder(principal, action).build();
        Decision decision = Simulator.prepare(NOTHING_ALLOWED).evaluate(request);

        assertThat(decision.exemption()).hasValue(exemption);
        assertThat(decision.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(Simulator.prepare(NOTHING_ALLOWED).explain(request).decision())
                .isEqualTo(decision);
    }

    private static void assertBound(Principal principal, String action) {
        Decision decision = Simulator.prepare(NOTHING_ALLOWED)
                .evaluate(Request.builder(principal, action).build());

        assertThat(decision.exemption()).isEmpty();
        assertThat(decision.outcome()).isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(decision.levelsWithoutAllow()).containsExactly("root", "member");
    }

    private static Account account(String name, String id) {
        return new Account(name, id, ImmutableList.of());
    }
}
