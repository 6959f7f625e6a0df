package io.policyc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * AWS completes ARNs of identity-based policies; refuses short ones in session policies, and says nothing of others.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar: resource_string</a>
 */
final class IncompleteArnTest {

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sqs, arn:aws:sqs:*:*:*",
        "arn:aws:sqs:us-east-1, arn:aws:sqs:us-east-1:*:*",
        "arn:aws:sqs:us-east-1:111122223333, arn:aws:sqs:us-east-1:111122223333:*",
        "arn:aws:sqs:us-east-1:111122223333:orders, arn:aws:sqs:us-east-1:111122223333:orders",
        "arn:aws:s3:*, arn:aws:s3:*",
        "*, *",
    })
    void identityPoliciesAndBoundariesAreCompleted(String written, String whole) {
        assertThat(resource(written, PolicyType.IDENTITY_POLICY)).isEqualTo(whole);
        assertThat(resource(written, PolicyType.PERMISSIONS_BOUNDARY)).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource(names = "SERVICE_CONTROL_POLICY")
    void othersAreWarnedOf(PolicyType type) {
        assertThat(read("arn:aws:sqs", type).findings())
                .extracting(finding -> finding.id())
                .containsExactly(PolicyFindings.SHORT_RESOURCE);
    }

    @Test
    void sessionPoliciesAreRefused() {
        assertThat(read("arn:aws:sqs", PolicyType.SESSION_POLICY).findings())
                .extracting(finding -> finding.id())
                .containsExactly(PolicyFindings.INVALID_RESOURCE);
    }

    private static String resource(String written, PolicyType type) {
        Statement statement =
                read(written, type).orThrow().document().statements().get(0);
        return statement.resource().orElseThrow().patterns().get(0).text();
    }

    private static Checked<LocatedPolicy> read(String resource, PolicyType type) {
        String text = """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:*","Resource":"%s"}}
                """.formatted(resource);
        return PolicyReader.read("p", SourceText.of("p.json", text), type);
    }
}
