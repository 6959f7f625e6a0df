package io.policyc.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.node.ReferredFiles;
import io.policyc.node.SourceFindings;
import io.policyc.organization.StubPolicies;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not written as requests: events of CloudTrail, context entries, a principal in the context. */
class TestedRequestReaderTest {
    private static final String EVENT = """
            {"eventVersion": "1.08", "eventSource": "ec2.amazonaws.com", "eventName": "RunInstances",
             "eventTime": "2026-11-20T10:00:00Z", "awsRegion": "eu-west-1", "sourceIPAddress": "203.0.113.7",
             "userAgent": "Boto3/1.34.0", "eventType": "AwsApiCall", "errorCode": "Client.UnauthorizedOperation",
             "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::222233334444:user/ops/alice",
               "accountId": "222233334444", "userName": "alice", "accessKeyId": "AKIAIOSFODNN7EXAMPLE"}}
            """;

    private static final String ENTRIES = """
            [{"ContextKeyName": "aws:PrincipalArn", "ContextKeyType": "string",
              "ContextKeyValues": ["arn:aws:iam::222233334444:role/x/ci"]},
             {"ContextKeyName": "aws:TagKeys", "ContextKeyType": "stringList", "ContextKeyValues": ["a", "b"]},
             {"ContextKeyName": "s3:max-keys", "ContextKeyType": "numeric", "ContextKeyValues": ["10"]}]
            """;

    private static final ImmutableMap<String, String> FILES =
            ImmutableMap.of("events/e.json", EVENT, "entries.json", ENTRIES, "broken.json", "{", "text.json", "3");

    /** The files of a repository, each read once. */
    private static final class Files implements ReferredFiles {
        private final Map<String, SourceText> read = ImmutableMap.copyOf(Maps.transformEntries(FILES, SourceText::of));

        @Override
        public Checked<SourceText> read(String path) {
            return Optional.ofNullable(read.get(path))
                    .map(Checked::of)
                    .orElseGet(() -> Checked.failed(Finding.withoutPlace(SourceFindings.UNREADABLE, "no file")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event: events/e.json", "event: " + "WRITTEN"})
    void anEventIsAWholeRequest(String event) {
        Request request = request(event.replace("WRITTEN", EVENT.replace("\n", " ")), "");

        assertThat(request.principal().arn()).contains("arn:aws:iam::222233334444:user/ops/alice");
        assertThat(request.action()).isEqualTo("ec2:RunInstances");
        assertThat(value(request, "aws:RequestedRegion")).isEqualTo(ContextValue.of("eu-west-1"));
        assertThat(value(request, "aws:SourceIp")).isEqualTo(ContextValue.of("203.0.113.7"));
        assertThat(value(request, "aws:PrincipalTag/team")).isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void defaultsLieBelowAnEventAndTheRequestAbove() {
        String text = """
                {policies: [], defaults: {region: us-east-1, account: "111122223333", context: {aws:PrincipalTag/team: a},
                  absent: [aws:SourceIp]}, tests: [{name: a, expect: deny, event: events/e.json,
                  matrix: {region: [eu-west-1, eu-west-2]}, request: {user-agent: curl}}]}
                """;
        List<ExpectationCase> cases = read(text).orThrow().cases();

        Request last = cases.get(1).request();
        assertThat(cases).hasSize(2);
        assertThat(value(last, "aws:RequestedRegion")).isEqualTo(ContextValue.of("eu-west-2"));
        assertThat(value(last, "aws:UserAgent")).isEqualTo(ContextValue.of("curl"));
        assertThat(value(last, "aws:PrincipalTag/team")).isEqualTo(ContextValue.of("a"));
        assertThat(value(last, "aws:SourceIp")).isEqualTo(ContextValue.of("203.0.113.7"));
        assertThat(value(last, "aws:PrincipalAccount")).isEqualTo(ContextValue.of("222233334444"));
        assertThat(cases.get(0).event()).isPresent();
    }

    @Test
    void anotherPrincipalTakesNothingFromTheEventsCaller() {
        Request request = request("event: events/e.json", "request: {principal: role/ci},");

        assertThat(request.principal().arn()).contains("arn:aws:iam::222233334444:role/ci");
        assertThat(value(request, "aws:username")).isEqualTo(ContextValue.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"context-entries: entries.json", "context-entries: WRITTEN"})
    void contextEntriesAreKeysAndTellThePrincipal(String entries) {
        Request request = request(
                "request: {action: s3:ListBucket, " + entries.replace("WRITTEN", ENTRIES.replace("\n", " ")) + "}", "");

        assertThat(request.principal().arn()).contains("arn:aws:iam::222233334444:role/x/ci");
        assertThat(value(request, "aws:TagKeys")).isEqualTo(ContextValue.listOf(List.of("a", "b")));
        assertThat(value(request, "s3:max-keys")).isEqualTo(ContextValue.of("10"));
        assertThat(value(request, "s3:prefix")).isEqualTo(ContextValue.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::222233334444:user/ops/alice        | IamUser
            arn:aws:iam::222233334444:role/x                | RoleSession
            arn:aws:iam::222233334444:root                  | RootUser
            arn:aws:sts::222233334444:assumed-role/x/y      | request.assumed-role-arn
            arn:aws:iam::222233334444:group/x               | request.invalid-principal
            role/x                                          | request.missing-key
            """)
    void aPrincipalCanBeToldByItsArn(String arn, String outcome) {
        String request = "request: {action: s3:GetObject, context: {AWS:principalarn: \"" + arn + "\"}}";
        Checked<TestFile> read = read("{policies: [], tests: [{name: a, expect: deny, " + request + "}]}");

        String found = read.value()
                .map(file ->
                        file.cases().get(0).request().principal().getClass().getSimpleName())
                .orElseGet(() -> read.findings().get(0).id().name());
        assertThat(found).isEqualTo(outcome);
    }

    @Test
    void credentialsOfDefaultsDoNotHoldForARoleOfTheContext() {
        String text = "{policies: [], defaults: {credentials: long-lived}, tests: [{name: a, expect: deny, request: "
                + "{action: s3:GetObject, context: {aws:PrincipalArn: \"arn:aws:iam::222233334444:role/x\"}}}]}";

        assertThat(read(text).findings()).isEmpty();
    }

    @Test
    void theContextMayNotContradictItsPrincipal() {
        String context = "aws:PrincipalArn: \"arn:aws:iam::222233334444:role/x\", aws:PrincipalType: User";

        assertThat(ids("request: {action: s3:GetObject, context: {" + context + "}}"))
                .containsExactly("request.contradiction");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numeric      | 01.50                 | true
            numeric      | ten                   | false
            date         | 2026-11-22            | true
            date         | 1700000000            | true
            date         | yesterday             | false
            ip           | 203.0.113.7           | true
            ip           | ::1                   | true
            ip           | 203.0.113.0/24        | false
            binary       | YQ==                  | true
            binary       | YQ                    | false
            boolean      | whatever              | true
            string       | arn:aws:s3:::a        | true
            arn          | arn:aws:s3:::a        | false
            arnList      | arn:aws:s3:::a        | false
            String       | a                     | false
            numericList  | 1                     | true
            numericList  | one                   | false
            """)
    void valuesAreOfTheirType(String type, String value, boolean valid) {
        assertThat(ids(entries("{ContextKeyName: x:key, ContextKeyType: " + type + ", ContextKeyValues: [\"" + value
                        + "\"]}")))
                .isEqualTo(valid ? List.of() : List.of("request.invalid-context-entry"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                          | nothing
            {ContextKeyName: x:k, ContextKeyType: string, ContextKeyValues: [a, b]}     | request.invalid-context-entry
            {ContextKeyName: x:k, ContextKeyType: stringList, ContextKeyValues: []}     | request.invalid-context-entry
            {ContextKeyName: x:k, ContextKeyType: string}                               | request.missing-key
            {ContextKeyType: string, ContextKeyValues: [a]}                             | request.missing-key
            {ContextKeyName: x:k, ContextKeyValues: [a]}                                | request.missing-key
            {ContextKeyName: x:k, ContextKeyType: string, ContextKeyValues: a}          | request.wrong-type
            {ContextKeyName: x:k, ContextKeyType: string, ContextKeyValues: [[a]]}      | request.wrong-type
            {ContextKeyName: x:k, ContextKeyType: string, ContextKeyValues: [a], x: 1}  | request.unknown-key
            {ContextKeyName: xk, ContextKeyType: string, ContextKeyValues: [a]}         | request.invalid-context-key
            text                                                                        | request.wrong-type
            {ContextKeyName: X:K, ContextKeyType: string, ContextKeyValues: [a]}, {ContextKeyName: x:k, ContextKeyType: string, ContextKeyValues: [a]} | request.contradiction
            """)
    void entriesAreCheckedAsAwsDoes(String entry, String id) {
        assertThat(ids(entries(entry))).isEqualTo(id.equals("nothing") ? List.of() : List.of(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            event: nowhere.json                                         | source.unreadable
            event: broken.json                                          | source.syntax
            event: text.json                                            | evidence.wrong-type
            event: {eventSource: s3.amazonaws.com}                      | evidence.missing-key
            event: [{}, {}]                                             | evidence.several-events
            request: {principal: root, action: s3:A, context-entries: text.json} | request.wrong-type
            request: {principal: root, action: s3:A, context-entries: no.json}   | source.unreadable
            skip: later                                                 | test.missing-key
            """)
    void whatCannotBeReadIsAFinding(String request, String id) {
        Checked<TestFile> read = read("{policies: [], tests: [{name: a, expect: deny, " + request + "}]}");

        assertThat(read.findings()).extracting(finding -> finding.id().name()).containsExactly(id);
        assertThat(read.findings()).allMatch(finding -> finding.span().isPresent());
    }

    @Test
    void aBrokenFileIsReportedOnceForManyTests() {
        Checked<TestFile> read = read("{policies: [], tests: [{name: a, expect: deny, event: broken.json},"
                + " {name: b, expect: deny, event: broken.json}]}");

        assertThat(read.findings()).hasSize(1);
    }

    @Test
    void whoLeavesTheExpectationOutIsToldWhatAwsAnswered() {
        Checked<TestFile> read = read("{policies: [], tests: [{name: a, event: events/e.json}]}");

        assertThat(read.findings()).extracting(finding -> finding.id().name()).containsExactly("test.missing-key");
        assertThat(read.findings().get(0).help().orElseThrow()).startsWith("of this event AWS denied this");
    }

    private static String entries(String entries) {
        return "request: {principal: root, action: s3:GetObject, context-entries: [" + entries + "]}";
    }

    private static List<String> ids(String request) {
        return read("{policies: [], tests: [{name: a, expect: deny, " + request + "}]}").findings().stream()
                .filter(Finding::isError)
                .map(finding -> finding.id().name())
                .toList();
    }

    private static Request request(String first, String more) {
        return read("{policies: [], tests: [{name: a, expect: deny, " + more + first + "}]}")
                .orThrow()
                .cases()
                .get(0)
                .request();
    }

    private static ContextValue value(Request request, String key) {
        return request.context().get(ConditionKey.of(key));
    }

    private static Checked<TestFile> read(String yaml) {
        ExpectationContext context = new ExpectationContext(StubPolicies.of(), Optional.empty(), new Files());
        return TestFileReader.read(SourceText.of("tests/a.yaml", yaml), context);
    }
}
