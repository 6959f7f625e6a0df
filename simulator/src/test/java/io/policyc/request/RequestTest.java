package io.policyc.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.policyc.policy.ConditionKey;
import io.policyc.vocabulary.Client;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    private static final Principal USER = IamUser.of("111122223333", "alice", Credentials.LONG_LIVED);

    @ParameterizedTest
    @CsvSource({
        "iam:CreateUser, us-east-1",
        "IAM:CreateUser, us-east-1",
        "organizations:ListAccounts, us-east-1",
        "globalaccelerator:ListAccelerators, us-west-2",
        "s3:GetObject, eu-central-1",
        "sts:AssumeRole, eu-central-1"
    })
    void servicesWithOneEndpointKeepTheirRegion(String action, String region) {
        assertThat(get(builder(action).region("eu-central-1"), "aws:RequestedRegion"))
                .isEqualTo(ContextValue.of(region));
    }

    @Test
    void theRegionIsUnknownUnlessGiven() {
        assertThat(get(builder("s3:GetObject"), "aws:RequestedRegion").isUnknown())
                .isTrue();
        assertThat(get(builder("iam:GetUser"), "aws:RequestedRegion")).isEqualTo(ContextValue.of("us-east-1"));
    }

    @Test
    void whatTheCallSays() {
        Request.Builder call = builder("s3:GetObject")
                .client(Client.named("boto3").orElseThrow())
                .time(Instant.parse("2026-01-01T00:00:00Z"))
                .sourceIp("203.0.113.7");

        assertThat(get(call, "aws:UserAgent").values().get(0)).startsWith("Boto3/");
        assertThat(get(call, "aws:CurrentTime")).isEqualTo(ContextValue.of("2026-01-01T00:00:00Z"));
        assertThat(get(call, "aws:EpochTime")).isEqualTo(ContextValue.of("1767225600"));
        assertThat(get(call, "aws:SourceIp")).isEqualTo(ContextValue.of("203.0.113.7"));
        assertThat(get(call, "aws:SourceVpce")).isEqualTo(ContextValue.ABSENT);
        assertThat(get(call, "aws:ViaAWSService")).isEqualTo(ContextValue.of("false"));
        assertThat(get(call, "aws:CalledVia")).isEqualTo(ContextValue.ABSENT);
    }

    @Test
    void forwardAccessSessions() {
        Request.Builder call = builder("s3:GetObject").via("athena.amazonaws.com");

        assertThat(get(call, "aws:ViaAWSService")).isEqualTo(ContextValue.of("true"));
        assertThat(get(call, "aws:CalledVia")).isEqualTo(ContextValue.listOf(List.of("athena.amazonaws.com")));
        assertThat(get(call, "aws:CalledViaFirst")).isEqualTo(ContextValue.of("athena.amazonaws.com"));
        assertThat(get(call, "aws:CalledViaLast")).isEqualTo(ContextValue.of("athena.amazonaws.com"));
        assertThat(get(call, "aws:SourceVpce")).isEqualTo(ContextValue.ABSENT);
        assertThat(get(call, "aws:PrincipalArn")).isEqualTo(ContextValue.of("arn:aws:iam::111122223333:user/alice"));
    }

    /** The service calls with temporary credentials that AWS makes for the access key. */
    @Test
    void forwardAccessSessionsOfAccessKeysSayThatMfaWasNotUsed() {
        Principal key = IamUser.of("111122223333", "alice", Credentials.LONG_LIVED);
        Principal session = IamUser.of("111122223333", "alice", Credentials.TEMPORARY_WITH_MFA);
        Request.Builder ofKey = Request.builder(key, "s3:GetObject").via("athena.amazonaws.com");
        Request.Builder ofSession = Request.builder(session, "s3:GetObject").via("athena.amazonaws.com");

        assertThat(get(ofKey, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.of("false"));
        assertThat(get(ofKey, "aws:TokenIssueTime").isUnknown()).isTrue();
        assertThat(get(ofSession, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.of("true"));
    }

    @Test
    void whatIsGivenWinsWhateverItsSpelling() {
        Request.Builder call = builder("iam:GetUser")
                .context("AWS:requestedregion", "eu-west-1")
                .absent("aws:viaawsservice")
                .unknown("AWS:USERNAME");

        assertThat(get(call, "aws:RequestedRegion")).isEqualTo(ContextValue.of("eu-west-1"));
        assertThat(get(call, "aws:ViaAWSService")).isEqualTo(ContextValue.ABSENT);
        assertThat(get(call, "aws:username").isUnknown()).isTrue();
        assertThat(call.derived().get(ConditionKey.of("aws:username"))).isEqualTo(ContextValue.of("alice"));
    }

    @Test
    void aRequestThatNamesNoResourceLeavesItUnknown() {
        assertThat(builder("s3:ListAllMyBuckets").build().resources()).isEmpty();
        assertThat(builder("s3:GetObject").resource("arn:aws:s3:::b/k").build().resources())
                .containsExactly("arn:aws:s3:::b/k");
    }

    @Test
    void anActionHasAService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder("GetObject").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(":GetObject").build());
    }

    private static Request.Builder builder(String action) {
        return Request.builder(USER, action);
    }

    private static ContextValue get(Request.Builder builder, String key) {
        return builder.build().context().get(ConditionKey.of(key));
    }
}
