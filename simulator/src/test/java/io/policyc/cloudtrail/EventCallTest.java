package io.policyc.cloudtrail;

import static io.policyc.cloudtrail.Events.key;
import static io.policyc.cloudtrail.Events.read;
import static io.policyc.cloudtrail.Events.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.evidence.Evidence;
import io.policyc.request.ContextValue;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventCallTest {
    private static final String ENDPOINT = "\"vpcEndpointId\": \"vpce-0123456789abcdef0\"";

    @Test
    void readsRegionTimeClientAndAddress() {
        Request request = request("\"eventSource\": \"ec2.amazonaws.com\"", "\"eventName\": \"DescribeVpcs\"");
        assertThat(key(request, "aws:RequestedRegion")).isEqualTo(ContextValue.of("eu-west-1"));
        assertThat(key(request, "aws:CurrentTime")).isEqualTo(ContextValue.of("2026-11-20T10:11:12Z"));
        assertThat(key(request, "aws:UserAgent")).isEqualTo(ContextValue.of("aws-cli/2.31.0"));
        assertThat(key(request, "aws:SecureTransport")).isEqualTo(ContextValue.of("true"));
        assertThat(key(request, "aws:SourceIp")).isEqualTo(ContextValue.of("203.0.113.7"));
        assertThat(key(request, "aws:SourceVpce")).isEqualTo(ContextValue.ABSENT);
        assertThat(key(request, "aws:ViaAWSService")).isEqualTo(ContextValue.of("false"));
    }

    @Test
    void whatIsNotToldIsOpen() {
        Request request = request(
                "\"awsRegion\": null",
                "\"eventTime\": \"\"",
                "\"userAgent\": null",
                "\"sourceIPAddress\": null",
                "\"tlsDetails\": null");
        for (String name : ImmutableList.of(
                "aws:RequestedRegion",
                "aws:CurrentTime",
                "aws:EpochTime",
                "aws:UserAgent",
                "aws:SourceIp",
                "aws:SourceVpce",
                "aws:SourceVpc",
                "aws:SecureTransport",
                "aws:PrincipalOrgID",
                "aws:RequestTag/team")) {
            assertThat(key(request, name)).as(name).isEqualTo(ContextValue.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS Internal", "cloudformation.amazonaws.com", "[cloudformation.amazonaws.com]"})
    void aUserAgentOfAwsIsNotTheCallers(String agent) {
        assertThat(key(request("\"userAgent\": \"" + agent + "\""), "aws:UserAgent"))
                .isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void aUserAgentThatWasCutIsOpen() {
        assertThat(key(request("\"userAgent\": \"" + "x".repeat(1024) + "\""), "aws:UserAgent"))
                .isEqualTo(ContextValue.UNKNOWN);
        assertThat(key(request("\"userAgent\": \"" + "x".repeat(1023) + "\""), "aws:UserAgent"))
                .isNotEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void anEndpointInTheVpcIsTheCallers() {
        Request request = request("\"sourceIPAddress\": \"10.0.1.2\"", ENDPOINT);
        assertThat(key(request, "aws:SourceVpce")).isEqualTo(ContextValue.of("vpce-0123456789abcdef0"));
        assertThat(key(request, "aws:VpcSourceIp")).isEqualTo(ContextValue.of("10.0.1.2"));
        assertThat(key(request, "aws:SourceIp")).isEqualTo(ContextValue.ABSENT);
        assertThat(key(request, "aws:SourceVpc")).isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void anEndpointThatMayBeOfAwsIsOpen() {
        for (String[] fields : new String[][] {
            {"\"sourceIPAddress\": \"203.0.113.7\"", ENDPOINT},
            {"\"sourceIPAddress\": \"10.0.1.2\"", ENDPOINT, "\"sessionCredentialFromConsole\": \"true\""},
            {"\"sourceIPAddress\": \"10.0.1.2\"", ENDPOINT, "\"userAgent\": \"[S3Console/0.4, aws-internal/3]\""},
            {"\"sourceIPAddress\": \"fd00::1\""},
            {"\"sourceIPAddress\": \"192.168.1.1\""},
        }) {
            Evidence evidence = read(fields);
            Request request = request(evidence, "{}");
            for (String name : ImmutableList.of("aws:SourceIp", "aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp")) {
                assertThat(key(request, name)).as(name).isEqualTo(ContextValue.UNKNOWN);
            }
            assertThat(Events.helps(evidence)).anyMatch(help -> help.contains("--source-ip"));
        }
    }

    /** See https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html. */
    @Test
    void aServiceCallsOnTheUsersBehalf() {
        for (String[] fields : new String[][] {
            {invoked("IAMUser", "cloudformation.amazonaws.com", "arn:aws:iam::111122223333:user/dev/alice")},
            {"\"sourceIPAddress\": \"cloudformation.amazonaws.com\""},
        }) {
            Request request = request(fields);
            assertThat(key(request, "aws:ViaAWSService")).isEqualTo(ContextValue.of("true"));
            assertThat(key(request, "aws:CalledViaLast")).isEqualTo(ContextValue.of("cloudformation.amazonaws.com"));
            assertThat(key(request, "aws:CalledVia")).isEqualTo(ContextValue.UNKNOWN);
            assertThat(key(request, "aws:CalledViaFirst")).isEqualTo(ContextValue.UNKNOWN);
            assertThat(key(request, "aws:SourceVpce")).isEqualTo(ContextValue.ABSENT);
            assertThat(key(request, "aws:SourceIp")).isEqualTo(ContextValue.UNKNOWN);
        }
    }

    /** For calls with a role of the service itself the key is false, and the event looks the same. */
    @Test
    void aServiceWithARoleMayCallForItself() {
        Evidence evidence =
                read(invoked("AssumedRole", "lambda.amazonaws.com", "arn:aws:sts::111122223333:assumed-role/x/y"));
        Request request = request(evidence, "{\"principal\": \"role/x\"}");
        for (String name : ImmutableList.of(
                "aws:ViaAWSService", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast", "aws:SourceVpce")) {
            assertThat(key(request, name)).as(name).isEqualTo(ContextValue.UNKNOWN);
        }
        Request said = request(evidence, "{\"principal\": \"role/x\", \"context\": {\"aws:ViaAWSService\": \"true\"}}");
        assertThat(key(said, "aws:ViaAWSService")).isEqualTo(ContextValue.of("true"));
        Request person = request(
                read(invoked(
                        "AssumedRole",
                        "cloudformation.amazonaws.com",
                        "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ana")),
                "{\"principal\": \"role/x\"}");
        assertThat(key(person, "aws:ViaAWSService")).isEqualTo(ContextValue.of("true"));
    }

    @Test
    void whatIsNoAddressIsOpen() {
        for (String address : ImmutableList.of("fe80::1%eth0", "::%x", "somewhere", "1.2.3")) {
            assertThat(key(request("\"sourceIPAddress\": \"" + address + "\""), "aws:SourceIp"))
                    .as(address)
                    .isEqualTo(ContextValue.UNKNOWN);
        }
    }

    @Test
    void anUnnamedServiceLeavesOpenHowItCalls() {
        Request request = request(invoked("IAMUser", "AWS Internal", "arn:aws:iam::111122223333:user/dev/alice"));
        assertThat(key(request, "aws:ViaAWSService")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(key(request, "aws:SourceIp")).isEqualTo(ContextValue.UNKNOWN);
    }

    /** What the user says lies over what the event says, also where one of the two has a short form. */
    @Test
    void whatIsGivenLiesOverTheEvent() {
        Evidence evidence = read();
        Request request = request(evidence, """
                {"region": "eu-west-2", "absent": ["aws:UserAgent"], "unknown": ["aws:SourceIp"],
                 "context": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}, "resource": "*", "credentials": "temporary"}""");
        assertThat(request.resources()).containsExactly("*");
        assertThat(key(request, "aws:UserAgent")).isEqualTo(ContextValue.ABSENT);
        assertThat(key(request, "aws:SourceIp")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(key(request, "aws:CurrentTime")).isEqualTo(ContextValue.of("2026-01-01T00:00:00Z"));
        assertThat(key(request, "aws:RequestedRegion")).isEqualTo(ContextValue.of("eu-west-2"));
    }

    /** Facts about the caller do not hold for another one. */
    @Test
    void anotherCallerHasOtherCredentials() {
        Evidence evidence = read("""
                "userIdentity": {"type": "IAMUser", "principalId": "AIDAEXAMPLE", "accountId": "111122223333",
                  "arn": "arn:aws:iam::111122223333:user/alice", "accessKeyId": "ASIAEXAMPLE", "sessionContext":
                  {"attributes": {"creationDate": "2026-11-20T09:00:00Z", "mfaAuthenticated": "true"}}}""");
        Request other = request(evidence, "{\"principal\": \"iam-user/bob\"}");
        assertThat(other.principal()).isEqualTo(IamUser.of("111122223333", "bob", Credentials.UNSPECIFIED));
        assertThat(key(other, "aws:userid")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(key(other, "aws:TokenIssueTime")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(key(other, "aws:SourceIp")).isEqualTo(ContextValue.of("203.0.113.7"));
        Request longLived = request(evidence, "{\"credentials\": \"long-lived\"}");
        assertThat(key(longLived, "aws:userid")).isEqualTo(ContextValue.of("AIDAEXAMPLE"));
        assertThat(key(longLived, "aws:TokenIssueTime")).isEqualTo(ContextValue.ABSENT);
    }

    private static String invoked(String type, String service, String arn) {
        return "\"userIdentity\": {\"type\": \"%s\", \"arn\": \"%s\", \"accountId\": \"111122223333\", \"invokedBy\": \"%s\"}"
                .formatted(type, arn, service);
    }
}
