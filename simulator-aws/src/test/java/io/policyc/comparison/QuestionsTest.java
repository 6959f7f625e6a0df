package io.policyc.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.policyc.comparison.Question.Asked;
import io.policyc.comparison.SimulationCall.ContextEntry;
import io.policyc.expectation.TestedPolicies;
import io.policyc.organization.Account;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationalUnit;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import io.policyc.policy.PolicyWriter;
import io.policyc.request.Anonymous;
import io.policyc.request.AwsService;
import io.policyc.request.Credentials;
import io.policyc.request.FederatedUser;
import io.policyc.request.IamUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.request.RootUser;
import io.policyc.request.WebIdentity;
import io.policyc.vocabulary.EntryType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked, word for word, and what is not, with its reason. */
class QuestionsTest {
    private static final String ID = "111122223333";
    private static final String OBJECT = "arn:aws:s3:::logs/a";
    private static final IamUser ALICE = IamUser.of(ID, "team/alice", Credentials.LONG_LIVED);
    private static final RoleSession ROLE = RoleSession.of(ID, "team/ci", RoleSession.Kind.ASSUMED);
    private static final TestedPolicies FULL = TestedPolicies.trial(ImmutableList.of());
    private static final TestedPolicies GRANTING = Policies.granting(Optional.empty(), Optional.empty());
    private static final LocatedPolicy RESOURCE_POLICY = Policies.read(
            PolicyType.RESOURCE_POLICY,
            "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':'*','Action':'*','Resource':'" + OBJECT
                    + "'}}");
    private static final TestedPolicies ON_RESOURCE = Policies.granting(Optional.empty(), Optional.of(RESOURCE_POLICY));
    private static final String NULL_OF = "'Null':{'%s':'true'}";

    /** A request that is not asked, and why; beside it one that differs by little and is. */
    record Case(Obstacle obstacle, TestedPolicies policies, Request request, TestedPolicies near, Request nearRequest) {
        static Case of(Obstacle obstacle, TestedPolicies policies, Request request, Request near) {
            return new Case(obstacle, policies, request, policies, near);
        }

        static Case of(Obstacle obstacle, TestedPolicies policies, TestedPolicies near, Request request) {
            return new Case(obstacle, policies, request, near, request);
        }

        @Override
        public String toString() {
            return obstacle + " " + request;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(policies(), callers(), resources(), keys(), values()).flatMap(cases -> cases);
    }

    private static Stream<Case> policies() {
        Request plain = by(ALICE).build();
        ImmutableList<LocatedPolicy> some = ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS);
        TestedPolicies rcps = new TestedPolicies(
                Optional.empty(),
                Optional.of(some),
                some,
                Optional.empty(),
                Optional.empty(),
                ImmutableList.of(),
                Optional.empty(),
                Optional.empty());
        TestedPolicies session = new TestedPolicies(
                Optional.empty(),
                Optional.empty(),
                ImmutableList.of(),
                Optional.of(some),
                Optional.empty(),
                some,
                Optional.empty(),
                Optional.empty());
        TestedPolicies trust = new TestedPolicies(
                Optional.empty(),
                Optional.empty(),
                ImmutableList.of(),
                Optional.of(some),
                Optional.empty(),
                ImmutableList.of(),
                Optional.empty(),
                Optional.of(RESOURCE_POLICY));
        String network = "'NotIpAddress':{'aws:SourceIp':['%s','2001:db8::1/32']}";
        Request sourced = by(ALICE).sourceIp("203.0.113.7").build();
        String long131 = "'StringLike':{'aws:UserAgent':'" + "a".repeat(131_072) + "'}";
        String short130 = "'StringLike':{'aws:UserAgent':'" + "a".repeat(130_900) + "'}";
        Request agent = by(ALICE).userAgent("x").build();
        return Stream.of(
                Case.of(Obstacle.RESOURCE_CONTROL_POLICIES, rcps, FULL, plain),
                Case.of(Obstacle.SESSION_POLICIES, session, GRANTING, plain),
                Case.of(Obstacle.TRUST_POLICY, trust, GRANTING, plain),
                Case.of(Obstacle.LEVELS, levels(8), levels(7), plain),
                Case.of(Obstacle.EMPTY_LEVEL, withEmptyLevel(), levels(2), plain),
                Case.of(Obstacle.DOCUMENT_SIZE, Policies.denyingIf(long131), Policies.denyingIf(short130), agent),
                Case.of(
                        Obstacle.DOCUMENT_CHARACTERS,
                        Policies.denyingIf("'StringLike':{'aws:UserAgent':'\u0100'}"),
                        Policies.denyingIf("'StringLike':{'aws:UserAgent':'\u00FF'}"),
                        agent),
                // An IPv6 network with bits beyond its length is none; alone in its list it stops nothing.
                Case.of(
                        Obstacle.ADDRESS_LIST,
                        Policies.denyingIf(network.formatted("203.0.113.0/24")),
                        Policies.denyingIf("'NotIpAddress':{'aws:SourceIp':'2001:db8::1/32'}"),
                        sourced));
    }

    private static Stream<Case> callers() {
        Request alice = by(ALICE).build();
        return Stream.of(
                caller(Obstacle.CALLER, new RootUser(ID, Credentials.LONG_LIVED)),
                caller(Obstacle.CALLER, new FederatedUser(ID, "bob")),
                caller(Obstacle.CALLER, new AwsService("lambda.amazonaws.com")),
                caller(Obstacle.CALLER, new WebIdentity("accounts.google.com")),
                caller(Obstacle.CALLER, new Anonymous()),
                caller(
                        Obstacle.NOT_BOUND,
                        RoleSession.of(ID, "aws-service-role/x.amazonaws.com/X", RoleSession.Kind.SERVICE_LINKED)),
                Case.of(
                        Obstacle.NOT_BOUND,
                        levels(2),
                        by(IamUser.of("444455556666", "alice", Credentials.LONG_LIVED))
                                .build(),
                        alice),
                Case.of(Obstacle.NOT_BOUND, managedBy(ID), managedBy("444455556666"), alice),
                Case.of(
                        Obstacle.NOT_BOUND,
                        FULL,
                        Request.builder(ALICE, "STS:getcalleridentity")
                                .resource("*")
                                .build(),
                        Request.builder(ALICE, "sts:GetFederationToken")
                                .resource("*")
                                .build()),
                // Without a resource policy the role may stand for its session.
                Case.of(
                        Obstacle.ROLE_SESSION,
                        ON_RESOURCE,
                        GRANTING,
                        by(ROLE).resource(OBJECT).resourceAccount(ID).build()));
    }

    private static Case caller(Obstacle obstacle, Principal principal) {
        return Case.of(obstacle, FULL, by(principal).build(), by(ALICE).build());
    }

    private static Stream<Case> resources() {
        String key = "arn:aws:kms:eu-west-1:111122223333:key/1";
        String role = "arn:aws:iam::111122223333:role/x";
        Request unsaid = Request.builder(ALICE, "s3:GetObject").build();
        Request known = by(ALICE).resource(OBJECT).resourceAccount(ID).build();
        return Stream.of(
                Case.of(Obstacle.RESOURCE, FULL, unsaid, by(ALICE).build()),
                Case.of(
                        Obstacle.RESOURCE,
                        FULL,
                        by(ALICE).resource("arn:aws:s3").build(),
                        by(ALICE).resource(OBJECT).build()),
                Case.of(
                        Obstacle.RESOURCE,
                        FULL,
                        by(ALICE).resource("arn:aws:s3:::" + "a".repeat(2036)).build(),
                        by(ALICE).resource("arn:aws:s3:::" + "a".repeat(2035)).build()),
                Case.of(Obstacle.RESOURCE, ON_RESOURCE, GRANTING, by(ALICE).build()),
                Case.of(
                        Obstacle.TEXT,
                        FULL,
                        by(ALICE).resource(OBJECT + "\0").build(),
                        by(ALICE).resource(OBJECT + "\t").build()),
                Case.of(
                        Obstacle.TEXT,
                        FULL,
                        by(ALICE).resource(OBJECT + "\uD83D").build(),
                        by(ALICE).resource(OBJECT + "\uD83D\uDE00").build()),
                Case.of(Obstacle.TEXT, FULL, action("s3:\uFFFF"), action("s3:\uFFFD")),
                Case.of(Obstacle.ACTION_NAME, FULL, action("s:"), action("s:a")),
                Case.of(Obstacle.ACTION_NAME, FULL, action("s3:" + "a".repeat(126)), action("s3:" + "a".repeat(125))),
                // Nobody said whose the bucket is; to SCPs alone it does not matter.
                Case.of(
                        Obstacle.OWNER,
                        GRANTING,
                        FULL,
                        by(ALICE).resource(OBJECT).build()),
                Case.of(
                        Obstacle.OWNER,
                        GRANTING,
                        by(ALICE).resource(role).resourceAccount("444455556666").build(),
                        by(ALICE).resource(role).resourceAccount(ID).build()),
                Case.of(
                        Obstacle.OWNER,
                        ON_RESOURCE,
                        by(ALICE)
                                .resources(ImmutableList.of(role, "arn:aws:iam::444455556666:role/x"))
                                .build(),
                        known),
                Case.of(
                        Obstacle.KEY_POLICY,
                        GRANTING,
                        ON_RESOURCE,
                        by(ALICE).resource(key).build()),
                Case.of(
                        Obstacle.TRUST_POLICY,
                        GRANTING,
                        FULL,
                        Request.builder(ALICE, "sts:assumeRole").resource(role).build()),
                Case.of(
                        Obstacle.TRUST_POLICY,
                        GRANTING,
                        Request.builder(ALICE, "sts:TagSession").resource(role).build(),
                        Request.builder(ALICE, "sts:TagSession").resource("*").build()));
    }

    private static Stream<Case> keys() {
        TestedPolicies tag = Policies.denyingIf(NULL_OF.formatted("aws:ResourceTag/a"));
        TestedPolicies userId = Policies.denyingIf(NULL_OF.formatted("aws:userid"));
        TestedPolicies variable = Policies.denyingIf("'StringEquals':{'aws:UserAgent':'${aws:ResourceTag/a}'}");
        TestedPolicies noVariable = Policies.denyingIf("'StringEquals':{'aws:UserAgent':'${*}{aws:ResourceTag/a}'}");
        TestedPolicies issued = Policies.denyingIf(NULL_OF.formatted("aws:TokenIssueTime"));
        TestedPolicies list = Policies.denyingIf("'ForAnyValue:StringEquals':{'aws:TagKeys':'a'}");
        TestedPolicies brief = Policies.denyingIf("'StringEquals':{'a:bc':'a'}");
        TestedPolicies longer = Policies.denyingIf("'StringEquals':{'a:bcd':'a'}");
        Request agent = by(ALICE).userAgent("x").build();
        return Stream.of(
                Case.of(
                        Obstacle.UNKNOWN_KEY,
                        tag,
                        by(ALICE).build(),
                        by(ALICE).absent("aws:ResourceTag/A").build()),
                Case.of(Obstacle.UNKNOWN_KEY, variable, noVariable, agent),
                Case.of(
                        Obstacle.UNKNOWN_KEY,
                        issued,
                        by(IamUser.of(ID, "alice", Credentials.TEMPORARY)).build(),
                        by(ALICE).build()),
                Case.of(
                        Obstacle.FILLED_KEY,
                        userId,
                        by(ALICE).absent("aws:userid").build(),
                        by(ALICE).context("aws:userid", "A").build()),
                Case.of(
                        Obstacle.FILLED_KEY,
                        Policies.denyingIf(NULL_OF.formatted("aws:username")),
                        by(ALICE).absent("aws:username").build(),
                        by(ROLE).absent("aws:username").build()),
                Case.of(
                        Obstacle.FILLED_KEY,
                        Policies.denyingIf(NULL_OF.formatted("aws:CurrentTime")),
                        tag,
                        by(ALICE)
                                .absent("aws:CurrentTime")
                                .absent("aws:ResourceTag/a")
                                .build()),
                Case.of(
                        Obstacle.EMPTY_LIST,
                        list,
                        by(ALICE).context("aws:TagKeys", ImmutableList.of()).build(),
                        by(ALICE).context("aws:TagKeys", ImmutableList.of("")).build()),
                Case.of(
                        Obstacle.SEVERAL_VALUES,
                        variable,
                        by(ALICE)
                                .context("aws:ResourceTag/a", ImmutableList.of("a", "b"))
                                .userAgent("x")
                                .build(),
                        by(ALICE)
                                .context("aws:ResourceTag/a", ImmutableList.of("a"))
                                .userAgent("x")
                                .build()),
                new Case(
                        Obstacle.KEY_NAME,
                        brief,
                        by(ALICE).context("a:bc", "a").build(),
                        longer,
                        by(ALICE).context("a:bcd", "a").build()),
                Case.of(
                        Obstacle.TEXT,
                        longer,
                        by(ALICE).context("a:bcd", "\u0001").build(),
                        by(ALICE).context("a:bcd", "\u0100").build()));
    }

    private static Stream<Case> values() {
        TestedPolicies size = Policies.denyingIf("'NumericNotEquals':{'s3:max-keys':'1'}");
        TestedPolicies sizeText = Policies.denyingIf("'StringEquals':{'s3:max-keys':'1'}");
        TestedPolicies address = Policies.denyingIf("'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}");
        TestedPolicies date = Policies.denyingIf("'DateLessThan':{'aws:CurrentTime':'2030-01-01'}");
        TestedPolicies dateText = Policies.denyingIf("'StringLike':{'aws:CurrentTime':'2030*'}");
        TestedPolicies dateNumber = Policies.denyingIf("'NumericLessThan':{'aws:EpochTime':'2000000000'}");
        TestedPolicies tagNumber = Policies.denyingIf("'NumericNotEquals':{'aws:ResourceTag/a':'1'}");
        TestedPolicies mfaText = Policies.denyingIf("'StringEquals':{'aws:MultiFactorAuthPresent':'true'}");
        TestedPolicies sizeDate = Policies.denyingIf("'DateEquals':{'s3:max-keys':'2030-01-01'}");
        return Stream.of(
                value(Obstacle.MALFORMED_VALUE, size, "s3:max-keys", "one", "+01.0e0"),
                value(Obstacle.VALUE_TEXT, sizeText, "s3:max-keys", "01.0", "1.00"),
                value(Obstacle.VALUE_TEXT, sizeText, "s3:max-keys", "1e3", "1000"),
                value(Obstacle.VALUE_TEXT, sizeText, "s3:max-keys", "-0", "0"),
                value(Obstacle.MALFORMED_VALUE, sizeDate, "s3:max-keys", "2030", "20300"),
                value(Obstacle.MALFORMED_VALUE, address, "aws:SourceIp", "203.0.113.0/24", "203.0.113.0"),
                value(Obstacle.MALFORMED_VALUE, date, "aws:CurrentTime", "now", "2029"),
                value(
                        Obstacle.VALUE_TEXT,
                        dateText,
                        "aws:CurrentTime",
                        "2030-01-01T00:00:00Z",
                        "2030-01-01T00:00:00.000Z"),
                value(Obstacle.MALFORMED_VALUE, dateNumber, "aws:EpochTime", "2030-01-01", "1900000000"),
                value(Obstacle.MALFORMED_VALUE, tagNumber, "aws:ResourceTag/a", "one", "01"),
                value(Obstacle.VALUE_TEXT, mfaText, "aws:MultiFactorAuthPresent", "TRUE", "true"));
    }

    private static Case value(Obstacle obstacle, TestedPolicies policies, String key, String value, String near) {
        return Case.of(
                obstacle,
                policies,
                by(ALICE).context(key, value).build(),
                by(ALICE).context(key, near).build());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatTheServiceWouldAnswerOtherwiseIsNotAsked(Case one) {
        assertThat(new Questions(one.policies(), true).about(one.request()))
                .isInstanceOfSatisfying(
                        NotComparable.class,
                        reason -> assertThat(reason.obstacle()).isEqualTo(one.obstacle()));
        assertThat(new Questions(one.near(), true).about(one.nearRequest())).isInstanceOf(Asked.class);
    }

    @Test
    void everyObstacleHasACase() {
        Set<Obstacle> met = EnumSet.of(Obstacle.REFUSED);
        cases().forEach(one -> met.add(one.obstacle()));
        assertThat(met).containsExactlyInAnyOrder(Obstacle.values());
    }

    @Test
    void theReasonNamesWhatIsInTheWay() {
        TestedPolicies policies = Policies.denyingIf(NULL_OF.formatted("aws:ResourceTag/a"));
        assertThat(new Questions(policies, false).about(by(ALICE).build()))
                .isInstanceOfSatisfying(
                        NotComparable.class,
                        reason -> assertThat(reason.reason())
                                .isEqualTo("the service would take a key that is unknown for one that is absent:"
                                        + " `aws:ResourceTag/a`"));
    }

    @Test
    void aRoleStandsForItsSessionOnlyIfAsked() {
        assertThat(new Questions(FULL, false).about(by(ROLE).build()))
                .isEqualTo(NotComparable.of(Obstacle.ROLE_SESSION));
        assertThat(call(new Questions(FULL, true), by(ROLE).build()).caller())
                .contains("arn:aws:iam::111122223333:role/team/ci");
    }

    @Test
    void everythingIsAllowedWhereNobodyGrants() {
        LocatedPolicy deny = Policies.denyIf("'StringLike':{'aws:UserAgent':'*x*'}");
        SimulationCall call = call(
                new Questions(TestedPolicies.trial(ImmutableList.of(deny)), false),
                by(ALICE)
                        .resources(ImmutableList.of("*", OBJECT))
                        .userAgent("ax")
                        .build());
        String full = PolicyWriter.minified(LocatedPolicy.FULL_AWS_ACCESS.document());
        assertThat(call.identityPolicies()).containsExactly(full);
        assertThat(call.organizationPolicies())
                .containsExactly(ImmutableList.of(full, PolicyWriter.minified(deny.document())));
        assertThat(call.resources()).containsExactly("*", OBJECT);
        assertThat(call.resourceOwner()).isEmpty();
        assertThat(call.actions()).containsExactly("s3:GetObject");
        assertThat(call.caller()).contains("arn:aws:iam::111122223333:user/team/alice");
        assertThat(call.context())
                .contains(
                        new ContextEntry("aws:UserAgent", EntryType.STRING, ImmutableList.of("ax")),
                        new ContextEntry("aws:ViaAWSService", EntryType.BOOLEAN, ImmutableList.of("false")),
                        new ContextEntry(
                                "aws:PrincipalArn",
                                EntryType.STRING,
                                ImmutableList.of("arn:aws:iam::111122223333:user/team/alice")));
    }

    /** The service would take the caller's account. */
    @Test
    void theOwnerIsNamedIfItIsAnotherAccount() {
        Questions questions = new Questions(ON_RESOURCE, false);
        assertThat(call(
                                questions,
                                by(ALICE)
                                        .resource(OBJECT)
                                        .resourceAccount("444455556666")
                                        .build())
                        .resourceOwner())
                .contains("arn:aws:iam::444455556666:root");
        assertThat(call(
                                questions,
                                by(ALICE).resource(OBJECT).resourceAccount(ID).build())
                        .resourceOwner())
                .isEmpty();
    }

    @Test
    void valuesHaveTheTypesOfTheirKeys() {
        Request request = by(ALICE)
                .sourceIp("203.0.113.7")
                .context("aws:CurrentTime", "2026-01-01")
                .context("aws:EpochTime", "1767225600")
                .context("s3:max-keys", "10")
                .context("aws:TagKeys", ImmutableList.of("a"))
                .context("example:New", "a")
                .context("example:List", ImmutableList.of("a", "b"))
                .build();
        assertThat(call(new Questions(FULL, false), request).context())
                .contains(
                        new ContextEntry("aws:SourceIp", EntryType.IP, ImmutableList.of("203.0.113.7")),
                        new ContextEntry("aws:CurrentTime", EntryType.DATE, ImmutableList.of("2026-01-01")),
                        new ContextEntry("aws:EpochTime", EntryType.NUMERIC, ImmutableList.of("1767225600")),
                        new ContextEntry("s3:max-keys", EntryType.NUMERIC, ImmutableList.of("10")),
                        new ContextEntry("aws:TagKeys", EntryType.STRING_LIST, ImmutableList.of("a")),
                        new ContextEntry("example:New", EntryType.STRING, ImmutableList.of("a")),
                        new ContextEntry("example:List", EntryType.STRING_LIST, ImmutableList.of("a", "b")));
    }

    private static SimulationCall call(Questions questions, Request request) {
        return ((Asked) questions.about(request)).call();
    }

    private static Request.Builder by(Principal principal) {
        return Request.builder(principal, "s3:GetObject").resource("*");
    }

    private static Request action(String action) {
        return Request.builder(ALICE, action).resource("*").build();
    }

    private static TestedPolicies levels(int count) {
        return TestedPolicies.of(new Organization(
                Optional.empty(),
                Optional.empty(),
                units(Collections.nCopies(count - 1, LocatedPolicy.FULL_AWS_ACCESS))));
    }

    private static OrganizationalUnit units(List<LocatedPolicy> policies) {
        OrganizationalUnit unit = unit(ImmutableList.of(policies.get(0)), Optional.empty());
        for (LocatedPolicy policy : Lists.reverse(policies.subList(1, policies.size()))) {
            unit = unit(ImmutableList.of(policy), Optional.of(unit));
        }
        return unit;
    }

    private static OrganizationalUnit unit(ImmutableList<LocatedPolicy> policies, Optional<OrganizationalUnit> below) {
        return new OrganizationalUnit(
                "U",
                Optional.empty(),
                policies,
                below.map(ImmutableList::of).orElse(ImmutableList.of()),
                below.isPresent()
                        ? ImmutableList.of()
                        : ImmutableList.of(new Account("A", ID, ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS))));
    }

    private static TestedPolicies withEmptyLevel() {
        return TestedPolicies.of(
                new Organization(Optional.empty(), Optional.empty(), unit(ImmutableList.of(), Optional.empty())));
    }

    private static TestedPolicies managedBy(String account) {
        return TestedPolicies.of(new Organization(
                Optional.empty(),
                Optional.of(account),
                unit(ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS), Optional.empty())));
    }
}
