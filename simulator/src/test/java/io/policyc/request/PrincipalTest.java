package io.policyc.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.policy.ConditionKey;
import io.policyc.vocabulary.ContextKeys;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The keys that each kind of principal fills.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Principal key values</a>
 */
class PrincipalTest {
    private static final String ACCOUNT = "111122223333";

    @Test
    void root() {
        Principal root = new RootUser(ACCOUNT, Credentials.LONG_LIVED);

        assertPresent(root, "aws:PrincipalArn", "arn:aws:iam::111122223333:root");
        assertPresent(root, "aws:PrincipalType", "Account");
        assertPresent(root, "aws:PrincipalAccount", ACCOUNT);
        assertPresent(root, "aws:userid", ACCOUNT);
        assertAbsent(
                root, "aws:username", "aws:TokenIssueTime", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
        assertAbsent(root, "aws:AssumedRoot");
    }

    @Test
    void temporaryCredentialsOfRootMayBeThoseOfAssumeRoot() {
        assertUnknown(new RootUser(ACCOUNT, Credentials.TEMPORARY), "aws:AssumedRoot");
        assertUnknown(new RootUser(ACCOUNT, Credentials.UNSPECIFIED), "aws:AssumedRoot");
    }

    @Test
    void webIdentities() {
        assertPresent(new WebIdentity("accounts.google.com"), "aws:FederatedProvider", "accounts.google.com");
        assertAbsent(new WebIdentity("accounts.google.com"), "aws:PrincipalArn", "aws:username", "aws:TokenIssueTime");
        assertUnknown(new WebIdentity("arn:aws:iam::111122223333:saml-provider/idp"), "aws:FederatedProvider");
    }

    @Test
    void userWithAccessKey() {
        Principal user = IamUser.of(ACCOUNT, "division/team/alice", Credentials.LONG_LIVED);

        assertPresent(user, "aws:PrincipalArn", "arn:aws:iam::111122223333:user/division/team/alice");
        assertPresent(user, "aws:PrincipalType", "User");
        assertPresent(user, "aws:username", "alice");
        assertUnknown(user, "aws:userid", "aws:PrincipalTag/team");
        assertAbsent(user, "aws:TokenIssueTime", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
        assertThat(IamUser.of(ACCOUNT, "alice", Credentials.LONG_LIVED).arn())
                .hasValue("arn:aws:iam::111122223333:user/alice");
    }

    @Test
    void userInASession() {
        Principal plain = IamUser.of(ACCOUNT, "alice", Credentials.TEMPORARY);
        Principal mfa = IamUser.of(ACCOUNT, "alice", Credentials.TEMPORARY_WITH_MFA);

        assertSomeValue(plain, "aws:TokenIssueTime");
        assertPresent(plain, "aws:MultiFactorAuthPresent", "false");
        assertAbsent(plain, "aws:MultiFactorAuthAge");
        assertPresent(mfa, "aws:MultiFactorAuthPresent", "true");
        assertUnknown(mfa, "aws:MultiFactorAuthAge");
    }

    @Test
    void federatedUser() {
        Principal user = new FederatedUser(ACCOUNT, "bob");

        assertPresent(user, "aws:PrincipalArn", "arn:aws:sts::111122223333:federated-user/bob");
        assertPresent(user, "aws:PrincipalType", "FederatedUser");
        assertPresent(user, "aws:userid", "111122223333:bob");
        assertSomeValue(user, "aws:TokenIssueTime");
        assertAbsent(user, "aws:username", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
    }

    @ParameterizedTest
    @EnumSource(RoleSession.Kind.class)
    void sessionsOfRolesHaveTheArnOfTheRole(RoleSession.Kind kind) {
        Principal session = RoleSession.of(ACCOUNT, "path/to/admin", kind)
                .withSessionName("alice")
                .withProvider("p");

        assertPresent(session, "aws:PrincipalArn", "arn:aws:iam::111122223333:role/path/to/admin");
        assertPresent(session, "aws:PrincipalType", "AssumedRole");
        assertSomeValue(session, "aws:TokenIssueTime");
        assertAbsent(session, "aws:username");
        assertThat(RoleSession.Kind.parse(kind.word())).hasValue(kind);
    }

    @ParameterizedTest
    @CsvSource({"WEB_IDENTITY", "SAML", "IDENTITY_CENTER"})
    void federatedSessionsHaveNoMfaKeys(RoleSession.Kind kind) {
        assertAbsent(RoleSession.of(ACCOUNT, "r", kind), "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
    }

    @Test
    void identityProviders() {
        RoleSession web = RoleSession.of(ACCOUNT, "r", RoleSession.Kind.WEB_IDENTITY);

        assertUnknown(web, "aws:FederatedProvider");
        assertPresent(web.withProvider("accounts.google.com"), "aws:FederatedProvider", "accounts.google.com");
        assertAbsent(RoleSession.of(ACCOUNT, "r", RoleSession.Kind.ASSUMED), "aws:FederatedProvider");
    }

    @Test
    void workloadsHaveKeysOfTheirOwn() {
        RoleSession instance = RoleSession.of(ACCOUNT, "r", RoleSession.Kind.INSTANCE);
        RoleSession lambda = RoleSession.of(ACCOUNT, "r", RoleSession.Kind.LAMBDA);

        assertUnknown(instance, "ec2:SourceInstanceArn", "ec2:RoleDelivery", "aws:Ec2InstanceSourceVpc");
        assertAbsent(instance, "lambda:SourceFunctionArn", "ssm:SourceInstanceArn");
        assertUnknown(lambda, "lambda:SourceFunctionArn");
        assertAbsent(lambda, "ec2:SourceInstanceArn");
    }

    /** The Region of the Identity Center instance is part of the path, except us-east-1. */
    @Test
    void identityCenter() {
        assertThat(RoleSession.identityCenter(ACCOUNT, "Admin", "eu-central-1").arn())
                .hasValueSatisfying(arn -> assertThat(arn)
                        .matches("arn:aws:iam::111122223333:role/aws-reserved/sso\\.amazonaws\\.com/eu-central-1/"
                                + "AWSReservedSSO_Admin_[0-9a-f]{16}"));
        assertThat(RoleSession.identityCenter(ACCOUNT, "Admin", "us-east-1").arn())
                .hasValueSatisfying(arn -> assertThat(arn)
                        .matches("arn:aws:iam::111122223333:role/aws-reserved/sso\\.amazonaws\\.com/"
                                + "AWSReservedSSO_Admin_[0-9a-f]{16}"));
    }

    @Test
    void awsServices() {
        Principal service = new AwsService("cloudtrail.amazonaws.com");

        assertPresent(service, "aws:PrincipalIsAWSService", "true");
        assertPresent(service, "aws:PrincipalServiceName", "cloudtrail.amazonaws.com");
        assertAbsent(service, "aws:PrincipalArn", "aws:username", "aws:TokenIssueTime");
        assertThat(service.account()).isEmpty();
    }

    static Stream<Principal> principals() {
        return Stream.of(
                new RootUser(ACCOUNT, Credentials.TEMPORARY_WITH_MFA),
                IamUser.of(ACCOUNT, "alice", Credentials.TEMPORARY_WITH_MFA),
                new FederatedUser(ACCOUNT, "bob"),
                RoleSession.of(ACCOUNT, "r", RoleSession.Kind.INSTANCE),
                RoleSession.identityCenter(ACCOUNT, "Admin", "us-east-1"));
    }

    @ParameterizedTest
    @MethodSource("principals")
    void whatPrincipalsOfAccountsShare(Principal principal) {
        assertPresent(principal, "aws:PrincipalAccount", ACCOUNT);
        assertPresent(principal, "aws:PrincipalIsAWSService", "false");
        assertPresent(principal, "aws:PrincipalArn", principal.arn().orElseThrow());
        assertAbsent(principal, "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList");
        assertUnknown(principal, "aws:PrincipalOrgID", "aws:PrincipalTag/team");
        assertThat(principal.context().keySet())
                .allMatch(key -> ContextKeys.typeOf(key).isPresent());
    }

    private static void assertSomeValue(Principal principal, String key) {
        assertThat(principal.context().get(ConditionKey.of(key))).isEqualTo(ContextValue.SOME_VALUE);
    }

    private static void assertPresent(Principal principal, String key, String value) {
        assertThat(get(principal, key)).as(key).isEqualTo(ContextValue.of(value));
    }

    private static void assertAbsent(Principal principal, String... keys) {
        assertThat(keys).allMatch(key -> get(principal, key).equals(ContextValue.ABSENT));
    }

    private static void assertUnknown(Principal principal, String... keys) {
        assertThat(keys).allMatch(key -> get(principal, key).isUnknown());
    }

    private static ContextValue get(Principal principal, String key) {
        return RequestContext.of(principal.context()).get(ConditionKey.of(key));
    }
}
