package io.policyc.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationReader;
import io.policyc.organization.StubPolicies;
import io.policyc.policy.PolicyLimits;
import io.policyc.source.SourceText;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFileReaderTest {
    private static final StubPolicies POLICIES = StubPolicies.of(StubPolicies.policy("DenyKeys", """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "iam:*", "Resource": "*"}]}
            """));

    private static final String SAMPLE = """
            policies: [DenyKeys]
            defaults: { region: eu-west-1, time: 2026-11-22T12:00:00Z }
            tests:
              - name: a long-lived key
                matrix:
                  client: [aws-cli/2, boto3, curl]
                  action: [s3:ListAllMyBuckets, ec2:DescribeInstances]
                request: { principal: iam-user/alice, credentials: long-lived, resource: "*" }
                expect: explicit-deny
                because: DenyKeys
              - name: both homes
                request: { principal: identity-center/Admin, action: s3:ListAllMyBuckets, absent: [aws:SourceVpce] }
                expect: allow
                skip: not today
            """;

    @Test
    void readsEachCaseOfEachTest() {
        TestFile file = read(SAMPLE).orThrow();

        assertThat(file.cases())
                .extracting(ExpectationCase::name)
                .containsExactly(
                        "a long-lived key [client=aws-cli/2, action=s3:ListAllMyBuckets]",
                        "a long-lived key [client=aws-cli/2, action=ec2:DescribeInstances]",
                        "a long-lived key [client=boto3, action=s3:ListAllMyBuckets]",
                        "a long-lived key [client=boto3, action=ec2:DescribeInstances]",
                        "a long-lived key [client=curl, action=s3:ListAllMyBuckets]",
                        "a long-lived key [client=curl, action=ec2:DescribeInstances]",
                        "both homes [home region us-east-1]",
                        "both homes [home region eu-west-1]");
        assertThat(file.cases().get(0).because()).contains("DenyKeys");
        assertThat(file.cases().get(7).skip()).contains("not today");
        assertThat(file.cases().get(0).place()).hasToString("tests/a.yaml:4:11");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                | test.wrong-type      | 1:1",
                "tests: [$]                        | test.no-organization | 1:9",
                "{policies: []}                    | test.no-tests        | 1:1",
                "{policies: [], tests: []}         | test.no-tests        | 1:16",
                "{policies: [], tests: [1]}        | test.wrong-type      | 1:24",
                "{policies: [], test: 1, tests: [$]} | test.unknown-key   | 1:16",
                "{policies: [DenyKey], tests: [$]} | test.unknown-policy  | 1:13",
                "{policies: [[]], tests: [$]}      | test.wrong-type      | 1:13",
                "{policies: [{Statement: []}], tests: [$]} | policy.missing-version;policy.empty-list | 1:13;1:25",
                "{policies: [], for-all: [], tests: [$]} | test.not-yet   | 1:16",
                "{policies: [], rcps: [a.json], tests: [$]} | test.unknown-policy | 1:23",
                "{policies: [], organization: {root: {accounts: {a: '111122223333'}}}, tests: [{name: a, request: {account: a, principal: root, action: s3:A}, expect: deny}]} | test.conflicting-policies | 1:16",
                "{policies: [], boundary: {Version: '2012-10-17', Statement: {Effect: Allow, Action: '*', Resource: '*'}}, tests: [$]} | test.limits-without-grants | 1:115",
                "{policies: [], trust-policy: {Version: '2012-10-17', Statement: {Effect: Allow, Principal: '*', Action: '*', Resource: '*'}}, tests: [$]} | policy.element-not-allowed | 1:110",
                "{policies: [], tests: [{name: a, request: {principal: root, action: s3:A}, expect: deny, depends-on: aws:SourceIp}]} | test.depends-on-nothing | 1:90",
                "{policies: [], tests: [{name: a, doubtful: four-digit-dat, request: {principal: root, action: s3:A}, expect: deny}]} | test.unknown-rule | 1:44",
                "{policies: [], defaults: {regoin: a}, tests: [$, {name: b, request: {principal: root, action: s3:A}, expect: deny}]} | request.unknown-key | 1:27",
                "{policies: [], tests: [$, $]}     | test.duplicate-name  | 1:98",
                "{policies: [], tests: [{name: a, resource-policy: x, request: {principal: root, action: s3:A}, expect: deny}]} | test.unknown-policy | 1:51",
                "{policies: [], tests: [{name: a, why: x, request: {principal: root, action: s3:A}, expect: deny}]} | test.unknown-key | 1:34",
                "{policies: [], tests: [{request: {principal: root, action: s3:A}, expect: deny}]} | test.missing-key | 1:24",
                "{policies: [], tests: [{name: a, expect: deny}]} | test.missing-key | 1:24",
                "{policies: [], tests: [{name: a, request: {principal: root, action: s3:A}}]} | test.missing-key | 1:24",
                "{policies: [], tests: [{name: a, request: {principal: root, action: s3:A}, expect: denied}]} | test.unknown-expectation | 1:84",
                "{policies: [], tests: [{name: a, request: {principal: root, action: s3:A}, expect: implicit-deny, because: X}]} | test.because-without-rule | 1:99",
                "{policies: [], tests: [{name: a, request: {principal: root, action: s3:A}, expect: deny, skip: true}]} | test.skip-without-reason | 1:96",
                "{policies: [], tests: [{name: a, request: {principal: root, action: s3:A}, expect: deny, matrix: {action: [s3:B]}}]} | test.matrix-conflict | 1:99",
                "{policies: [], tests: [{name: a, request: {principal: root, action: s3:A}, expect: deny, matrix: {region: x}}]} | test.wrong-type | 1:107",
                "{policies: [], tests: [{name: a, request: {principal: root, action: s3:A}, expect: deny, matrix: {region: []}}]} | test.empty-matrix | 1:107",
                "{policies: [], tests: [{name: a, request: {principal: root}, expect: deny, matrix: {action: [s3:A, s3]}}]} | request.invalid-action | 1:100",
            })
    void everyMistakeIsFoundInItsPlace(String yaml, String ids, String places) {
        String test = "{name: a, request: {principal: root, action: s3:A}, expect: deny}";
        Checked<TestFile> read = read(yaml.strip().replace("$", test));

        assertThat(read.value()).isEmpty();
        assertThat(String.join(
                        ";",
                        read.findings().stream()
                                .map(finding -> finding.id().name())
                                .toList()))
                .isEqualTo(ids.strip());
        assertThat(read.findings())
                .extracting(finding -> finding.span().orElseThrow().toString())
                .containsExactly(Arrays.stream(places.strip().split(";"))
                        .map("tests/a.yaml:"::concat)
                        .toArray(String[]::new));
    }

    @Test
    void aMatrixHasItsLimit() {
        String list = "[" + "s3:A, ".repeat(101) + "s3:B]";
        String regions = "[" + "eu-west-1, ".repeat(99) + "eu-west-1]";
        assertThat(read("{policies: [], tests: [{name: a, request: {principal: root}, expect: deny, matrix: {action: "
                                + list + ", region: " + regions + "}}]}")
                        .findings())
                .extracting(finding -> finding.id())
                .containsExactly(TestFindings.MATRIX_TOO_LARGE);
    }

    @Test
    void withoutPoliciesTheOrganizationIsTestedAsItIs() {
        Organization organization = OrganizationReader.read(
                        SourceText.of("organization.yaml", "root: {accounts: {payments: 444455556666}}"),
                        POLICIES,
                        PolicyLimits.AWS)
                .orThrow();
        ExpectationContext context = new ExpectationContext(POLICIES, Optional.of(organization));
        String test = "tests: [{name: a, request: {principal: root, action: s3:A, account: payments}, expect: allow}]";

        TestFile file = TestFileReader.read(SourceText.of("tests/a.yaml", test), context)
                .orThrow();
        assertThat(file.cases().get(0).policies()).isEqualTo(TestedPolicies.of(organization));
        assertThat(ExpectationRunner.create().run(ImmutableList.of(file)).isPassed())
                .isTrue();
        assertThat(TestFileReader.read(SourceText.of("tests/a.yaml", test.replace(", account: payments", "")), context)
                        .findings())
                .extracting(
                        finding -> finding.id().name(),
                        finding -> finding.span().orElseThrow().column())
                .containsExactly(tuple("request.missing-key", 40));
    }

    @Property(tries = 100)
    void aMatrixIsTheProductOfItsLists(
            @ForAll @IntRange(min = 1, max = 6) int actions,
            @ForAll @IntRange(min = 1, max = 6) int clients,
            @ForAll @IntRange(min = 1, max = 6) int users) {
        String yaml = "{policies: [], tests: [{name: a, request: {}, expect: deny, matrix: {action: ["
                + "s3:A, ".repeat(actions) + "], user-agent: [" + "x, ".repeat(clients) + "], principal: ["
                + "root, ".repeat(users) + "]}}]}";

        assertThat(read(yaml).orThrow().cases()).hasSize(actions * clients * users);
    }

    @Property(tries = 1_000)
    void readingNeverThrows(@ForAll Random random) {
        StringBuilder text = new StringBuilder(SAMPLE);
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(text.length());
            int from = random.nextInt(text.length());
            String piece = text.substring(from, Math.min(text.length(), from + random.nextInt(1, 20)));
            if (random.nextBoolean()) {
                text.insert(at, piece);
            } else {
                text.replace(at, Math.min(text.length(), at + random.nextInt(1, 10)), "");
            }
        }
        Checked<TestFile> read = read(text.toString());

        assertThat(read.value().isPresent() || read.hasErrors()).isTrue();
        read.value()
                .ifPresent(file -> assertThat(ExpectationRunner.create()
                                .run(ImmutableList.of(file))
                                .results())
                        .hasSize(file.cases().size()));
    }

    private static Checked<TestFile> read(String yaml) {
        return TestFileReader.read(
                SourceText.of("tests/a.yaml", yaml), new ExpectationContext(POLICIES, Optional.empty()));
    }
}
