package io.policyc.cloudtrail;

import static io.policyc.cloudtrail.Events.key;
import static io.policyc.cloudtrail.Events.read;
import static io.policyc.cloudtrail.Events.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.evidence.AwsAnswer;
import io.policyc.evidence.Denial;
import io.policyc.evidence.DenyingPolicy;
import io.policyc.evidence.Evidence;
import io.policyc.evidence.EvidenceFindings;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventTargetTest {
    /** Operations and their actions: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html. */
    @ParameterizedTest
    @CsvSource({
        "s3.amazonaws.com, ListBuckets, s3:ListAllMyBuckets, true",
        "s3.amazonaws.com, ListObjectsV2, s3:ListBucket, true",
        "s3.amazonaws.com, HeadObject, s3:GetObject, true",
        "s3.amazonaws.com, GetBucketEncryption, s3:GetEncryptionConfiguration, true",
        "s3.amazonaws.com, CopyObject, s3:PutObject, false",
        "s3.amazonaws.com, GetBucketAcl, s3:GetBucketAcl, false",
        "lambda.amazonaws.com, GetFunction20150331v2, lambda:GetFunction, true",
        "lambda.amazonaws.com, CreateFunction20150331, lambda:CreateFunction, true",
        "cloudfront.amazonaws.com, CreateDistribution20200531, cloudfront:CreateDistribution, false",
        "ec2.amazonaws.com, DescribeInstances, ec2:DescribeInstances, false",
        "monitoring.amazonaws.com, PutMetricAlarm, cloudwatch:PutMetricAlarm, false",
        "tagging.amazonaws.com, GetResources, tag:GetResources, false",
        "servicecatalog-appregistry.amazonaws.com, ListApplications, servicecatalog:ListApplications, false",
        "chime-sdk-voice.amazonaws.com, CreateSipRule, chime:CreateSipRule, false",
        "apigateway.amazonaws.com, CreateRestApi, apigateway:POST, false",
        "apigateway.amazonaws.com, UpdateStage, apigateway:PATCH, false",
    })
    void namesTheAction(String source, String name, String action, boolean certain) {
        Evidence evidence = read("\"eventSource\": \"" + source + "\"", "\"eventName\": \"" + name + "\"");
        assertThat(request(evidence, "{}").action()).isEqualTo(action);
        boolean guessed = evidence.notes().stream().anyMatch(note -> note.id().equals(EvidenceFindings.GUESS));
        assertThat(guessed).isEqualTo(!certain);
    }

    @ParameterizedTest
    @CsvSource({
        "apigateway.amazonaws.com, FlushStageCache",
        "s3, ListBuckets",
        "S3.amazonaws.com, ListBuckets",
        "s3.amazonaws.com, List Buckets",
        ".amazonaws.com, ListBuckets",
    })
    void anActionThatIsNotKnownIsForTheUserToSay(String source, String name) {
        Evidence evidence = read("\"eventSource\": \"" + source + "\"", "\"eventName\": \"" + name + "\"");
        assertThat(evidence.missing(Events.object("{}"))).containsExactly("action");
        assertThat(Events.helps(evidence)).contains("give --action service:Name");
        assertThat(request(evidence, "{\"action\": \"s3:ListAllMyBuckets\"}").action())
                .isEqualTo("s3:ListAllMyBuckets");
    }

    @Test
    void listsResourcesAndTheirOwner() {
        Evidence evidence = read("""
                "resources": [{"ARN": "arn:aws:ssm:eu-west-1:444455556666:parameter/a", "accountId": "444455556666"},
                              {"ARN": "arn:aws:ssm:eu-west-1:444455556666:parameter/b", "accountId": "444455556666"},
                              {"ARN": "no ARN"}, {"ARNPrefix": "arn:aws:s3:::b/"}, {}]""");
        Request request = request(evidence, "{}");
        assertThat(request.resources())
                .containsExactly(
                        "arn:aws:ssm:eu-west-1:444455556666:parameter/a",
                        "arn:aws:ssm:eu-west-1:444455556666:parameter/b");
        assertThat(key(request, "aws:ResourceAccount")).isEqualTo(ContextValue.of("444455556666"));
        assertThat(Events.notes(evidence)).anyMatch(note -> note.startsWith("the event lists 2 resources"));
    }

    /** An operation on an object is allowed by s3:GetObject on the object alone. */
    @Test
    void theBucketOfAnObjectIsNotAskedFor() {
        String bucket = "{\"type\": \"AWS::S3::Bucket\", \"ARN\": \"arn:aws:s3:::b\", \"accountId\": \"111122223333\"}";
        assertThat(request("\"resources\": [{\"type\": \"AWS::S3::Object\", \"ARN\": \"arn:aws:s3:::b/k\"}, " + bucket
                                + "]")
                        .resources())
                .containsExactly("arn:aws:s3:::b/k");
        assertThat(request("\"resources\": [{\"type\": \"AWS::S3::Object\", \"ARNPrefix\": \"arn:aws:s3:::b/\"}, "
                                + bucket + "]")
                        .resources())
                .containsExactly("arn:aws:s3:::b");
    }

    @Test
    void withoutResourcesTheResourceIsOpen() {
        assertThat(request().resources()).isEmpty();
        assertThat(key(request(), "aws:ResourceAccount")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(request("\"resources\": []").resources()).isEmpty();
    }

    /** AWS's own words count before the names of event and resources. */
    @Test
    void aDenialNamesActionAndResource() {
        Evidence evidence = read(
                "\"eventSource\": \"lambda.amazonaws.com\"",
                "\"eventName\": \"CreateFunction20150331\"",
                "\"resources\": [{\"ARN\": \"arn:aws:lambda:eu-west-1:111122223333:function:f\"}]",
                "\"errorCode\": \"AccessDenied\"",
                "\"errorMessage\": \"User: arn:aws:iam::111122223333:user/dev/alice is not authorized to perform:"
                        + " iam:PassRole on resource: arn:aws:iam::111122223333:role/r because no identity-based policy"
                        + " allows the iam:PassRole action\"");
        Request request = request(evidence, "{}");
        assertThat(request.action()).isEqualTo("iam:PassRole");
        assertThat(request.resources()).containsExactly("arn:aws:iam::111122223333:role/r");
        assertThat(evidence.answer().flatMap(AwsAnswer::denial).flatMap(Denial::policy))
                .contains(DenyingPolicy.IDENTITY_POLICY);
        assertThat(evidence.notes()).noneMatch(note -> note.id().equals(EvidenceFindings.GUESS));
    }

    @Test
    void aDenialOfAnotherActionLeavesItsResourceOpen() {
        String resources = "\"resources\": [{\"ARN\": \"arn:aws:s3:::b\"}]";
        String message = "\"errorMessage\": \"User: a is not authorized to perform: %s with an explicit deny\"";
        assertThat(request(resources, message.formatted("kms:Decrypt")).resources())
                .isEmpty();
        assertThat(request(resources, message.formatted("s3:ListAllMyBuckets")).resources())
                .containsExactly("arn:aws:s3:::b");
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, DENIED",
        "AccessDeniedException, DENIED",
        "Client.UnauthorizedOperation, DENIED",
        "AuthorizationError, DENIED",
        "VpceAccessDenied, DENIED",
        "ThrottlingException, FAILED",
        "NoSuchBucketPolicy, FAILED",
        "Client.DryRunOperation, ALLOWED",
        ", ALLOWED",
    })
    void saysWhatAwsAnswered(String code, AwsAnswer.Outcome outcome) {
        Evidence evidence = code == null ? read() : read("\"errorCode\": \"" + code + "\"", "\"errorMessage\": \"no\"");
        assertThat(evidence.answer().map(AwsAnswer::outcome)).contains(outcome);
        assertThat(evidence.answer().flatMap(AwsAnswer::errorCode)).isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void anEncodedMessageIsNamed() {
        Evidence evidence = read(
                "\"errorCode\": \"Client.UnauthorizedOperation\"",
                "\"errorMessage\": \"You are not authorized to perform this operation. Encoded authorization failure"
                        + " message: abc\"");
        assertThat(evidence.answer())
                .contains(AwsAnswer.denied(Optional.of("Client.UnauthorizedOperation"), Denial.UNEXPLAINED));
        assertThat(Events.helps(evidence)).anyMatch(help -> help.contains("decode-authorization-message"));
    }
}
