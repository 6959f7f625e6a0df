package io.policyc.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the roles of the golden cases may do, and what just not. */
class PermissionsEvaluationTest {
    private static final String TEAM = "aws:ResourceTag/team";
    private static final String REGION = "aws:RequestedRegion";

    @ParameterizedTest
    @CsvSource({
        "github-article, ecr:PutImage, arn:aws:ecr:eu-central-1:123456789012:repository/any, , , true",
        "github-article, ecr:DeleteRepository, arn:aws:ecr:eu-central-1:123456789012:repository/any, , , false",
        "github-immutable, ecr:GetAuthorizationToken, *, , , true",
        "github-immutable, ecr:PutImage, arn:aws:ecr:eu-central-1:123456789012:repository/shop, REGION, eu-central-1, true",
        "github-immutable, ecr:PutImage, arn:aws:ecr:eu-central-1:123456789012:repository/shop, TEAM, platform, true",
        "github-immutable, ecr:PutImage, arn:aws:ecr:eu-central-1:123456789012:repository/shop, TEAM, shop, false",
        "github-immutable, ecr:PutImage, arn:aws:ecr:eu-central-1:123456789012:repository/shop2, TEAM, platform, false",
        "github-immutable, ecr:BatchDeleteImage, arn:aws:ecr:eu-central-1:123456789012:repository/shop, TEAM, platform, false",
        "lambda, sqs:DeleteMessageBatch, arn:aws:sqs:eu-central-1:123456789012:orders, , , true",
        "lambda, sqs:SendMessage, arn:aws:sqs:eu-central-1:123456789012:orders, , , false",
        "lambda, sqs:ReceiveMessage, arn:aws:sqs:eu-central-1:123456789012:orders2, , , false",
        "lambda, ec2:StopInstances, arn:aws:ec2:eu-central-1:123456789012:instance/i-1, TEAM, shop, true",
        "lambda, ec2:StopInstances, arn:aws:ec2:eu-central-1:123456789012:instance/i-1, TEAM, ops, false",
        "lambda, ec2:StopInstances, arn:aws:ec2:eu-central-1:123456789012:instance/i-1, , , false"
    })
    void mayDo(String role, String action, String resource, String key, String value, boolean expected)
            throws IOException {
        Map<String, String> context = key == null ? Map.of() : Map.of(key.equals("TEAM") ? TEAM : REGION, value);
        assertThat(Roles.mayDo(Roles.ofCase(role), action, resource, context)).isEqualTo(expected);
    }
}
