package io.policyc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.evidence.Denial.Manner;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.node.JsonNodes;
import io.policyc.node.JsonText;
import io.policyc.node.ObjectNode;
import io.policyc.policy.ConditionKey;
import io.policyc.request.Accounts;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.request.RequestReader;
import io.policyc.source.SourceText;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class MessageReaderTest {
    private static final String DECODED = """
            {"allowed": false, "explicitDeny": true, "matchedStatements": {"items": []}, "failures": {"items": []},
             "context": {
               "principal": {"id": "AIDAEXAMPLE", "name": "alice", "arn": "arn:aws:iam::111122223333:user/dev/alice"},
               "action": "ec2:RunInstances",
               "resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
               "conditions": {"items": [
                 {"key": "ec2:InstanceType", "values": {"items": [{"value": "m5.large"}]}},
                 {"key": "aws:TagKeys", "values": {"items": [{"value": "team"}, {"value": "cost"}]}},
                 {"key": "aws:Resource", "values": {"items": [{"value": "instance/*"}]}}]}}}
            """;

    @Test
    void describesTheRequestOfAMessage() {
        Evidence evidence = read("User: arn:aws:iam::444455556666:user/dev/alice is not authorized to perform:"
                + " SNS:Publish on resource: arn:aws:sns:eu-west-1:444455556666:t because no service control policy"
                + " allows the SNS:Publish action");

        Request request = one(evidence, "{}");
        assertThat(request.principal().arn()).contains("arn:aws:iam::444455556666:user/dev/alice");
        assertThat(request.action()).isEqualTo("SNS:Publish");
        assertThat(request.resources()).containsExactly("arn:aws:sns:eu-west-1:444455556666:t");
        assertThat(key(request, "aws:TokenIssueTime")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(key(request, "aws:RequestedRegion")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(key(request, "aws:SourceIp")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(evidence.answer())
                .contains(AwsAnswer.denied(
                        Optional.empty(),
                        new Denial(
                                Manner.IMPLICIT, Optional.of(DenyingPolicy.SERVICE_CONTROL_POLICY), Optional.empty())));
    }

    @Test
    void aSessionLeavesTheRoleToTheUser() {
        Evidence evidence = read("User: arn:aws:sts::444455556666:assumed-role/ci/deploy is not authorized to perform:"
                + " s3:GetObject");

        assertThat(evidence.missing(over("{}"))).containsExactly("principal");
        assertThat(evidence.notes())
                .filteredOn(note -> note.id().equals(EvidenceFindings.NOT_TOLD))
                .extracting(note -> note.help().orElseThrow())
                .anyMatch(help -> help.contains("--principal role/PATH/ci"));
        ObjectNode over = over("{\"principal\": \"role/service/ci\"}");
        assertThat(evidence.missing(over)).isEmpty();
        Request request = one(evidence, "{\"principal\": \"role/service/ci\"}");
        assertThat(request.principal().arn()).contains("arn:aws:iam::444455556666:role/service/ci");
        assertThat(key(request, "aws:FederatedProvider")).isEqualTo(ContextValue.UNKNOWN);
    }

    /** See https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html. */
    @Test
    void aRoleOfIdentityCenterHasOneOfTwoPaths() {
        Evidence evidence =
                read("User: arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/a@b"
                        + " is not authorized to perform: s3:GetObject");
        assertThat(evidence.notes())
                .extracting(note -> note.help().orElseThrow())
                .anyMatch(help -> help.contains(
                        "role/aws-reserved/sso.amazonaws.com/HOME-REGION/AWSReservedSSO_Admin_0123456789abcdef"));
    }

    @Test
    void readsADecodedMessage() {
        for (String text : ImmutableList.of(DECODED, wrapped(DECODED))) {
            Evidence evidence = read(text);

            Request request = one(evidence, "{}");
            assertThat(request.principal().arn()).contains("arn:aws:iam::111122223333:user/dev/alice");
            assertThat(request.action()).isEqualTo("ec2:RunInstances");
            assertThat(request.resources()).containsExactly("arn:aws:ec2:eu-west-1:111122223333:instance/*");
            assertThat(key(request, "ec2:InstanceType")).isEqualTo(ContextValue.of("m5.large"));
            assertThat(key(request, "aws:TagKeys")).isEqualTo(ContextValue.listOf(ImmutableList.of("team", "cost")));
            assertThat(key(request, "aws:Resource")).isEqualTo(ContextValue.UNKNOWN);
            assertThat(evidence.answer().orElseThrow().denial().orElseThrow().manner())
                    .isEqualTo(Manner.EXPLICIT);
        }
    }

    @Test
    void anActionWithoutServiceIsGuessed() {
        Evidence evidence = read(DECODED.replace("\"ec2:RunInstances\"", "\"RunInstances\""));
        assertThat(one(evidence, "{}").action()).isEqualTo("ec2:RunInstances");
        assertThat(evidence.notes()).extracting(Finding::id).contains(EvidenceFindings.GUESS);
        assertThat(read(DECODED).notes()).extracting(Finding::id).doesNotContain(EvidenceFindings.GUESS);
    }

    @Test
    void saysWhatCannotBeRead() {
        assertThat(errors("Access Denied")).containsExactly("evidence.no-denial");
        assertThat(errors("Encoded authorization failure message: abc")).containsExactly("evidence.encoded-message");
        assertThat(errors("{\"eventName\": \"ListBuckets\"}")).containsExactly("evidence.no-denial");
        assertThat(errors("{\"context\": []}")).containsExactlyInAnyOrder("evidence.wrong-type", "evidence.no-denial");
        assertThat(errors("{\"DecodedMessage\": \"[\"}")).containsExactly("source.syntax");
        assertThat(errors("x".repeat(100_000))).containsExactly("source.too-large");
        assertThat(errors("{".repeat(100_000))).isNotEmpty();
    }

    @Property
    void mutatedTextNeverThrows(@ForAll("mutated") String text) {
        Checked<Evidence> read = MessageReader.read(SourceText.of("m", text));
        assertThat(read.value().isPresent() || read.hasErrors()).isTrue();
        assertThat(FindingPrinter.plain().print(read.findings())).isNotNull();
        read.value().ifPresent(evidence -> {
            assertThat(EvidencePrinter.text(evidence))
                    .startsWith("read from m\n")
                    .doesNotContain("\u001b");
            Checked<?> requests = evidence.requests(RequestReader.of(Accounts.WITHOUT_ORGANIZATION), over("{}"));
            assertThat(requests.value().isPresent() || requests.hasErrors()).isTrue();
        });
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<String> insert = Arbitraries.of(
                "\"",
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "null",
                "1",
                "\u001b[31m",
                "\n",
                "arn:aws:iam::1:role/x",
                " ",
                "\ud83d");
        return Arbitraries.of(DECODED, wrapped(DECODED), "User: a is not authorized to perform: s3:Get on resource: b")
                .flatMap(text -> Arbitraries.integers()
                        .between(0, text.length())
                        .list()
                        .ofSize(2)
                        .flatMap(cut -> insert.map(word -> text.substring(0, Math.min(cut.get(0), cut.get(1)))
                                + word
                                + text.substring(Math.max(cut.get(0), cut.get(1))))));
    }

    private static String wrapped(String decoded) {
        return "{\"DecodedMessage\": " + JsonText.minified().value(decoded) + "}";
    }

    private static ImmutableList<String> errors(String text) {
        Checked<Evidence> read = MessageReader.read(SourceText.of("m", text));
        return read.errors().stream().map(finding -> finding.id().name()).collect(ImmutableList.toImmutableList());
    }

    private static Evidence read(String text) {
        return MessageReader.read(SourceText.of("m", text)).orThrow();
    }

    private static Request one(Evidence evidence, String over) {
        return evidence.requests(RequestReader.of(Accounts.WITHOUT_ORGANIZATION), over(over))
                .orThrow()
                .get(0)
                .request();
    }

    private static ObjectNode over(String json) {
        return (ObjectNode) JsonNodes.read(SourceText.of("over", json)).orThrow();
    }

    private static ContextValue key(Request request, String name) {
        return request.context().get(ConditionKey.of(name));
    }
}
