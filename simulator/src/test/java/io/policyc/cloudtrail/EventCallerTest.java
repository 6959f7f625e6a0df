package io.policyc.cloudtrail;

import static io.policyc.cloudtrail.Events.key;
import static io.policyc.cloudtrail.Events.read;
import static io.policyc.cloudtrail.Events.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.evidence.Evidence;
import io.policyc.request.Anonymous;
import io.policyc.request.AwsService;
import io.policyc.request.ContextValue;
import io.policyc.request.Credentials;
import io.policyc.request.FederatedUser;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.request.RoleSession.Kind;
import io.policyc.request.RootUser;
import io.policyc.request.WebIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** See https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html. */
final class EventCallerTest {
    private static final String SESSION =
            "\"attributes\": {\"creationDate\": \"2026-11-20T09:00:00Z\", \"mfaAuthenticated\": \"%s\"}";

    @Test
    void anAccessKeyIsLongLived() {
        Request request = request();
        assertThat(request.principal()).isEqualTo(IamUser.of("111122223333", "dev/alice", Credentials.LONG_LIVED));
        assertThat(key(request, "aws:userid")).isEqualTo(ContextValue.of("AIDAEXAMPLE"));
        assertThat(key(request, "aws:TokenIssueTime")).isEqualTo(ContextValue.ABSENT);
        assertThat(key(request, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.ABSENT);
    }

    @Test
    void aSessionOfAUserIsTemporary() {
        Request with = request(user("ASIAEXAMPLE", SESSION.formatted("true")));
        assertThat(with.principal()).isEqualTo(IamUser.of("111122223333", "dev/alice", Credentials.TEMPORARY_WITH_MFA));
        assertThat(key(with, "aws:TokenIssueTime")).isEqualTo(ContextValue.of("2026-11-20T09:00:00Z"));
        assertThat(key(with, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.of("true"));
        assertThat(key(with, "aws:MultiFactorAuthAge")).isEqualTo(ContextValue.UNKNOWN);
        Request without = request(user("ASIAEXAMPLE", SESSION.formatted("false")));
        assertThat(key(without, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.of("false"));
        Request unsaid = request(user("ASIAEXAMPLE", "\"attributes\": {}"));
        assertThat(key(unsaid, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.UNKNOWN);
    }

    /** Of an access key with a session, and of a call that a service made, nobody knows how the user signed. */
    @Test
    void credentialsThatAreNotToldAreOpen() {
        for (String identity : new String[] {
            user("AKIAEXAMPLE", SESSION.formatted("true")),
            user("", SESSION.formatted("true")),
            user("XYZ", SESSION.formatted("true")),
            user("ASIAEXAMPLE", SESSION.formatted("true"), "\"invokedBy\": \"kms.amazonaws.com\""),
            user("ASIAEXAMPLE", SESSION.formatted("true"), "\"invokedBy\": \"AWS Internal\""),
        }) {
            Request request = request(identity);
            assertThat(request.principal()).isEqualTo(IamUser.of("111122223333", "dev/alice", Credentials.UNSPECIFIED));
            assertThat(key(request, "aws:TokenIssueTime")).isEqualTo(ContextValue.UNKNOWN);
            assertThat(key(request, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.UNKNOWN);
        }
    }

    @Test
    void theRoleOfASessionHasItsPath() {
        Evidence evidence = read(role("service/ci", SESSION.formatted("true")));
        Request request = request(evidence, "{}");
        assertThat(request.principal())
                .isEqualTo(RoleSession.of("111122223333", "service/ci", Kind.ASSUMED)
                        .withSessionName("deploy"));
        assertThat(evidence.caller()).contains("arn:aws:sts::111122223333:assumed-role/ci/deploy");
        assertThat(key(request, "aws:PrincipalArn"))
                .isEqualTo(ContextValue.of("arn:aws:iam::111122223333:role/service/ci"));
        assertThat(key(request, "aws:TokenIssueTime")).isEqualTo(ContextValue.of("2026-11-20T09:00:00Z"));
        assertThat(key(request, "aws:userid")).isEqualTo(ContextValue.of("AROAEXAMPLE:deploy"));
    }

    /** See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html. */
    @Test
    void onlyThatMfaWasUsedIsTold() {
        assertThat(key(request(role("ci", SESSION.formatted("true"))), "aws:MultiFactorAuthPresent"))
                .isEqualTo(ContextValue.of("true"));
        assertThat(key(request(role("ci", SESSION.formatted("false"))), "aws:MultiFactorAuthPresent"))
                .isEqualTo(ContextValue.UNKNOWN);
    }

    /** An event does not say whether a session is federated, or of a workload. */
    @Test
    void whatTheKindOfASessionWouldSettleIsOpen() {
        Request request = request(role("ci", SESSION.formatted("false")));
        for (String name : ImmutableList.of(
                "aws:FederatedProvider",
                "aws:MultiFactorAuthPresent",
                "aws:MultiFactorAuthAge",
                "aws:SourceIdentity",
                "aws:SignInSessionArn",
                "aws:Ec2InstanceSourceVpc",
                "aws:Ec2InstanceSourcePrivateIPv4",
                "ec2:SourceInstanceArn",
                "ec2:RoleDelivery",
                "lambda:SourceFunctionArn",
                "ssm:SourceInstanceArn",
                "aws:PrincipalTag/team")) {
            assertThat(key(request, name)).as(name).isEqualTo(ContextValue.UNKNOWN);
        }
    }

    @Test
    void theKindOfASessionIsReadWhereItIsTold() {
        Request web = request(role(
                "ci",
                "\"webIdFederationData\": {\"federatedProvider\":"
                        + " \"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\"}",
                "\"sourceIdentity\": \"ana\""));
        assertThat(key(web, "aws:FederatedProvider"))
                .isEqualTo(
                        ContextValue.of("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"));
        assertThat(key(web, "aws:SourceIdentity")).isEqualTo(ContextValue.of("ana"));
        assertThat(key(web, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.ABSENT);
        Request instance = request(role("web", "\"ec2RoleDelivery\": \"2.0\"", "\"webIdFederationData\": {}"));
        assertThat(instance.principal())
                .isEqualTo(RoleSession.of("111122223333", "web", Kind.INSTANCE).withSessionName("deploy"));
        assertThat(key(instance, "ec2:RoleDelivery")).isEqualTo(ContextValue.of("2.0"));
        assertThat(key(instance, "aws:Ec2InstanceSourceVpc")).isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void aRoleWithoutIssuerIsForTheUserToSay() {
        Evidence evidence = read("""
                "userIdentity": {"type": "AssumedRole", "accountId": "111122223333",
                  "arn": "arn:aws:sts::111122223333:assumed-role/ci/deploy"}""");
        assertThat(evidence.missing(Events.object("{}"))).containsExactly("principal");
        assertThat(Events.helps(evidence)).anyMatch(help -> help.contains("--principal role/PATH/ci"));
        assertThat(request(evidence, "{\"principal\": \"role/service/ci\"}")
                        .principal()
                        .arn())
                .contains("arn:aws:iam::111122223333:role/service/ci");
    }

    @Test
    void aServiceLinkedRoleIsRecognised() {
        Request request =
                request(role("aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS", "\"attributes\": {}"));
        assertThat(request.principal())
                .isInstanceOfSatisfying(
                        RoleSession.class,
                        session -> assertThat(session.isServiceLinked()).isTrue());
    }

    @Test
    void readsRootFederatedUserAndService() {
        String root = "\"userIdentity\": {\"type\": \"Root\", \"principalId\": \"111122223333\","
                + " \"arn\": \"arn:aws:iam::111122223333:root\", \"accountId\": \"111122223333\"";
        assertThat(request(root + ", \"accessKeyId\": \"AKIAEXAMPLE\"}").principal())
                .isEqualTo(new RootUser("111122223333", Credentials.LONG_LIVED));
        Request session = request(
                root + ", \"accessKeyId\": \"ASIAEXAMPLE\", \"sessionContext\": {" + SESSION.formatted("true") + "}}");
        assertThat(session.principal()).isEqualTo(new RootUser("111122223333", Credentials.TEMPORARY_WITH_MFA));
        assertThat(key(session, "aws:AssumedRoot")).isEqualTo(ContextValue.UNKNOWN);
        Request federated =
                request("\"userIdentity\": {\"type\": \"FederatedUser\", \"principalId\": \"111122223333:bob\","
                        + " \"arn\": \"arn:aws:sts::111122223333:federated-user/bob\", \"accountId\": \"111122223333\","
                        + " \"accessKeyId\": \"ASIAEXAMPLE\", \"sessionContext\": {" + SESSION.formatted("false")
                        + "}}");
        assertThat(federated.principal()).isEqualTo(new FederatedUser("111122223333", "bob"));
        assertThat(key(federated, "aws:TokenIssueTime")).isEqualTo(ContextValue.of("2026-11-20T09:00:00Z"));
        Request service =
                request("\"userIdentity\": {\"type\": \"AWSService\", \"invokedBy\": \"config.amazonaws.com\"}");
        assertThat(service.principal()).isEqualTo(new AwsService("config.amazonaws.com"));
        assertThat(key(service, "aws:ViaAWSService")).isEqualTo(ContextValue.of("false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"AWSAccount\", \"principalId\": \"AIDAOTHER\", \"accountId\": \"444455556666\"",
                "\"type\": \"WebIdentityUser\", \"principalId\": \"arn:aws:iam::1:oidc-provider/x:y:z\"",
                "\"type\": \"WebIdentityUser\", \"identityProvider\": \"*\"",
                "\"type\": \"SAMLUser\", \"userName\": \"ana\"",
                "\"type\": \"IdentityCenterUser\", \"accountId\": \"111122223333\", \"onBehalfOf\": {\"userId\": \"1\"}",
                "\"type\": \"Unknown\"",
                "\"type\": \"IAMUser\", \"userName\": \"alice\"",
                "\"type\": \"AssumedRole\"",
                "\"type\": \"AWSService\"",
                "\"accountId\": \"111122223333\"",
            })
    void whoIsNotToldIsForTheUserToSay(String identity) {
        Evidence evidence = read("\"userIdentity\": {" + identity + "}");
        assertThat(evidence.missing(Events.object("{}"))).containsExactly("principal");
        assertThat(Events.helps(evidence)).anyMatch(help -> help.contains("give --principal"));
    }

    /** See https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html#STS-API-SAML-WIF. */
    @Test
    void readsAWebIdentityAndItsSubject() {
        String provider = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
        Request request = request(
                "\"eventSource\": \"sts.amazonaws.com\"",
                "\"eventName\": \"AssumeRoleWithWebIdentity\"",
                "\"userIdentity\": {\"type\": \"WebIdentityUser\", \"userName\": \"repo:o/r:ref:refs/heads/main\","
                        + " \"identityProvider\": \"" + provider + "\"}");
        assertThat(request.principal()).isEqualTo(new WebIdentity(provider));
        assertThat(key(request, "token.actions.githubusercontent.com:sub"))
                .isEqualTo(ContextValue.of("repo:o/r:ref:refs/heads/main"));
        assertThat(key(request, "token.actions.githubusercontent.com:aud")).isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void readsACallerWhoDidNotSign() {
        assertThat(request("\"userIdentity\": {\"type\": \"AWSAccount\", \"principalId\": \"\","
                                + " \"accountId\": \"ANONYMOUS_PRINCIPAL\"}")
                        .principal())
                .isEqualTo(new Anonymous());
    }

    @Test
    void theAccountsOfPrincipalAndRecordMayDiffer() {
        assertThat(Events.notes(read("\"recipientAccountId\": \"444455556666\"")))
                .anyMatch(note -> note.contains("recorded in account `444455556666`"));
        assertThat(Events.notes(read("\"recipientAccountId\": \"111122223333\"")))
                .noneMatch(note -> note.contains("recorded in account"));
    }

    private static String user(String accessKey, String session, String... more) {
        return "\"userIdentity\": {\"type\": \"IAMUser\", \"arn\": \"arn:aws:iam::111122223333:user/dev/alice\","
                + " \"accessKeyId\": \"" + accessKey + "\", \"sessionContext\": {" + session + "}"
                + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}";
    }

    private static String role(String pathAndName, String... session) {
        return """
                "userIdentity": {"type": "AssumedRole", "principalId": "AROAEXAMPLE:deploy", "accountId": "111122223333",
                  "arn": "arn:aws:sts::111122223333:assumed-role/ci/deploy", "accessKeyId": "ASIAEXAMPLE",
                  "sessionContext": {"sessionIssuer": {"type": "Role", "arn": "arn:aws:iam::111122223333:role/%s"}, %s}}""".formatted(pathAndName, String.join(", ", session));
    }
}
