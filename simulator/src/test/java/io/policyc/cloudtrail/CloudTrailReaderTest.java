package io.policyc.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.evidence.Evidence;
import io.policyc.evidence.EvidencePrinter;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.request.Accounts;
import io.policyc.request.RequestReader;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CloudTrailReaderTest {
    @Test
    void aFileWithOneEventIsThatEvent() {
        Evidence alone = read(Events.call()).orThrow();
        Evidence inFile = read("{\"Records\": [" + Events.call() + "]}").orThrow();
        Evidence inList = read("[" + Events.call() + "]").orThrow();
        assertThat(Events.request(inFile, "{}")).isEqualTo(Events.request(alone, "{}"));
        assertThat(Events.request(inList, "{}")).isEqualTo(Events.request(alone, "{}"));
    }

    @Test
    void severalEventsAreNotOneRequest() {
        assertThat(errors("{\"Records\": [" + Events.call() + "," + Events.call() + "]}"))
                .containsExactly("evidence.several-events");
        assertThat(errors("{\"Records\": []}")).containsExactly("evidence.several-events");
    }

    @Test
    void saysWhatIsNoEvent() {
        assertThat(errors("[1]")).containsExactly("evidence.wrong-type");
        assertThat(errors("\"event\"")).containsExactly("evidence.wrong-type");
        assertThat(errors("{\"Records\": {\"a\": 1}}")).containsExactly("evidence.missing-key", "evidence.missing-key");
        assertThat(errors("{}")).containsExactly("evidence.missing-key", "evidence.missing-key");
        assertThat(errors(Events.call("\"eventName\": [\"a\"]"))).containsExactly("evidence.wrong-type");
        assertThat(errors(Events.call("\"userIdentity\": \"alice\""))).containsExactly("evidence.wrong-type");
        assertThat(errors(Events.call("\"resources\": [\"arn:aws:s3:::b\"]"))).containsExactly("evidence.wrong-type");
        assertThat(errors("not JSON")).containsExactly("source.syntax");
        assertThat(errors("")).containsExactly("source.empty");
    }

    /** See https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html. */
    @Test
    void onlyCallsAreRequests() {
        for (String type : List.of("AwsServiceEvent", "AwsConsoleSignIn", "AwsConsoleAction", "AwsCloudTrailInsight")) {
            assertThat(errors(Events.call("\"eventType\": \"" + type + "\""))).containsExactly("evidence.no-api-call");
        }
        assertThat(errors(Events.call("\"eventType\": \"AwsVpceEvent\""))).isEmpty();
        assertThat(errors(Events.call("\"eventType\": null"))).isEmpty();
    }

    @Test
    void largeAndDeepEventsAreRead() {
        String many = IntStream.range(0, 50_000)
                .mapToObj(i -> "\"k" + i + "\": {\"a\": [" + i + "]}")
                .collect(Collectors.joining(", "));
        assertThat(errors(Events.call(many))).isEmpty();
        String resources = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"ARN\": \"arn:aws:s3:::b/" + i + "\"}")
                .collect(Collectors.joining(", "));
        assertThat(errors(Events.call("\"resources\": [" + resources + "]"))).isEmpty();
        assertThat(errors(Events.call("\"errorMessage\": \"" + "not authorized to perform: ".repeat(100_000) + "\"")))
                .isEmpty();
        assertThat(errors(Events.call("\"requestParameters\": " + "[".repeat(200) + "]".repeat(200))))
                .containsExactly("source.too-deep");
    }

    /** Whatever the event is, there are findings that point into it, or a request, or a list of what is missing. */
    @Property(tries = 500)
    void mutatedEventsNeverThrow(@ForAll("mutated") String text) {
        SourceText source = SourceText.of("event.json", text);
        Checked<Evidence> read = CloudTrailReader.read(source);
        assertThat(read.value().isPresent() || read.hasErrors()).isTrue();
        for (Finding finding : read.findings()) {
            assertThat(finding.span().orElseThrow().source()).isSameAs(source);
        }
        assertThat(FindingPrinter.plain().print(read.findings())).isNotNull();
        read.value().ifPresent(evidence -> {
            assertThat(EvidencePrinter.text(evidence)).doesNotContain("\u001b").startsWith("read from");
            Checked<?> requests =
                    evidence.requests(RequestReader.of(Accounts.WITHOUT_ORGANIZATION), Events.object("{}"));
            assertThat(requests.value().isPresent() || requests.hasErrors()).isTrue();
        });
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<String> event = Arbitraries.of(
                Events.call(),
                Events.call("\"vpcEndpointId\": \"vpce-1\"", "\"sourceIPAddress\": \"10.0.0.1\""),
                Events.call(
                        "\"errorCode\": \"AccessDenied\"",
                        "\"errorMessage\": \"User: a is not authorized to perform: s3:Get on resource: b\""),
                Events.call("\"userIdentity\": {\"type\": \"AssumedRole\", \"invokedBy\": \"x.amazonaws.com\","
                        + " \"sessionContext\": {\"sessionIssuer\": {\"arn\": \"arn:aws:iam::111122223333:role/a/b\"},"
                        + " \"attributes\": {\"creationDate\": \"2026-01-01T00:00:00Z\"}}}"),
                Events.call("\"resources\": [{\"ARN\": \"arn:aws:s3:::b\", \"accountId\": \"111122223333\"}]"));
        Arbitrary<String> word = Arbitraries.of(
                "",
                "\"",
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "null",
                "1e9",
                "true",
                "\\u001b[31m",
                "\\ud83d",
                "\n",
                "Root",
                "*");
        Arbitrary<List<Integer>> cut =
                Arbitraries.integers().between(0, 100_000).list().ofSize(2);
        return Combinators.combine(event, cut, word, Arbitraries.integers().between(0, 12))
                .as((text, at, insert, length) -> {
                    int from = at.get(0) % text.length();
                    return text.substring(0, from) + insert + text.substring(Math.min(text.length(), from + length));
                });
    }

    private static Checked<Evidence> read(String text) {
        return CloudTrailReader.read(SourceText.of("event.json", text));
    }

    private static List<String> errors(String text) {
        return read(text).errors().stream().map(finding -> finding.id().name()).toList();
    }
}
