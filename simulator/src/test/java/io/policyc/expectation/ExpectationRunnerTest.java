package io.policyc.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.CaseResult.Status;
import io.policyc.organization.StubPolicies;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.source.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationRunnerTest {
    private static final StubPolicies POLICIES =
            StubPolicies.of(StubPolicies.policy("Network", """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Outside", "Effect": "Deny", "Action": "*", "Resource": "*",
              "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}}]}
            """), StubPolicies.policy("Users", """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Keys", "Effect": "Deny", "Action": "s3:*", "Resource": "*",
              "Condition": {"Null": {"aws:TokenIssueTime": "true"}, "DateLessThan": {"aws:CurrentTime": "2027"}}}]}
            """));

    private static final String FILE = """
            policies: [Network]
            tests:
              - name: inside
                request: { principal: root, action: s3:GetObject, context: { aws:SourceVpce: vpce-1 } }
                expect: allow
              - name: outside
                request: { principal: root, action: s3:GetObject, absent: [aws:SourceVpce] }
                expect: allow
              - name: somewhere
                request: { principal: root, action: s3:GetObject }
                expect: allow
              - name: later
                request: { principal: root, action: s3:GetObject }
                expect: deny
                skip: not yet
            """;

    @Property(tries = 60)
    void theReportIsTheSameWithAnyNumberOfThreads(@ForAll("files") List<TestFile> files) {
        ExpectationRunner runner =
                ExpectationRunner.create().doubting(ImmutableSet.copyOf(Arrays.asList(DoubtfulRule.values())));

        assertThat(printed(runner.threads(8).run(files)))
                .isEqualTo(printed(runner.threads(1).run(files)));
    }

    private static String printed(ExpectationReport report) {
        return ExpectationReportPrinter.plain().explainingAll().print(report)
                + ExpectationReportPrinter.plain().json(report);
    }

    @Provide
    Arbitrary<List<TestFile>> files() {
        Arbitrary<String> test = Combinators.combine(
                        Arbitraries.of("root", "iam-user/a", "role/b", "identity-center/Admin"),
                        Arbitraries.of("s3:GetObject", "iam:ListUsers", "sts:GetCallerIdentity"),
                        Arbitraries.of("context: {aws:SourceVpce: vpce-1}", "absent: [aws:SourceVpce]", "time: 2026"),
                        Arbitraries.of("allow", "deny", "explicit-deny", "undetermined"),
                        Arbitraries.of("", ", skip: later", ", policies: [Users]", ", policies: [Users, Network]"))
                .as((principal, action, key, expected, more) -> "request: {principal: %s, action: %s, %s}, expect: %s%s"
                        .formatted(principal, action, key.replace("2026", "2026-01-01"), expected, more));
        return test.list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(ExpectationRunnerTest::file)
                .list()
                .ofMaxSize(4);
    }

    private static TestFile file(List<String> tests) {
        StringBuilder text = new StringBuilder("policies: [Network]\ntests:\n");
        for (int i = 0; i < tests.size(); i++) {
            text.append("  - {name: n")
                    .append(i)
                    .append(", ")
                    .append(tests.get(i))
                    .append("}\n");
        }
        return read(text.toString());
    }

    @Test
    void whatBecomesOfACaseIsOneOfFour() {
        ExpectationReport report = ExpectationRunner.create().run(ImmutableList.of(read(FILE)));

        assertThat(report.results())
                .extracting(result -> result.test().name(), CaseResult::status)
                .containsExactly(
                        tuple("inside", Status.PASSED),
                        tuple("outside", Status.FAILED),
                        tuple("somewhere", Status.ERROR),
                        tuple("later", Status.SKIPPED));
        assertThat(report.summary()).isEqualTo("4 tests, 1 passed, 1 failed, 1 error, 1 skipped");
        assertThat(report.isPassed()).isFalse();
        assertThat(report.isEmpty()).isFalse();
    }

    @Test
    void onlySelectedCasesAreRunAndTheOthersCounted() {
        ExpectationRunner runner = ExpectationRunner.create()
                .selecting((file, test) ->
                        file.name().equals("tests/a.yaml") && test.name().equals("inside"));
        ExpectationReport report = runner.run(ImmutableList.of(
                read(FILE), file(List.of("request: {principal: root, action: s3:GetObject}, expect: allow"))));

        assertThat(report.summary()).isEqualTo("1 test of 5 selected, 1 passed, 0 failed");
        assertThat(report.files()).hasSize(1);
        assertThat(ExpectationRunner.create()
                        .selecting((file, test) -> test.skip().isPresent())
                        .run(ImmutableList.of(read(FILE)))
                        .isEmpty())
                .isTrue();
    }

    /** Expected against what the test says of the one open key. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            allow         | time: 2026-01-01            | test.open-key
            deny          | time: 2026-01-01            | test.open-key
            explicit-deny | time: 2026-01-01            | test.open-key
            implicit-deny | time: 2026-01-01            | test.failed
            undetermined  | time: 2026-01-01            | test.open-key
            allow         | unknown: [AWS:sourcevpce]   | test.failed
            undetermined  | unknown: [AWS:sourcevpce]   | passed
            undetermined  | unknown: [aws:SourceVpc]    | test.open-key
            allow         | context: {aws:SourceVpce: vpce-1} | passed
            allow         | absent: [aws:SourceVpce]    | test.failed
            undetermined  | absent: [aws:SourceVpce]    | test.failed
            """)
    void anOpenKeyIsAnErrorUnlessTheTestLeavesItOpenItself(String expected, String key, String outcome) {
        String request = "request: {principal: root, action: s3:GetObject, " + key + "}";
        TestFile file = file(List.of(request + ", expect: " + expected));

        assertThat(outcome(file)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            depends-on: [aws:SourceVpce] | passed
            depends-on: [aws:SourceVpc]  | test.failed
            """)
    void whatATestDependsOnIsDeclared(String declared, String outcome) {
        TestFile file =
                file(List.of("request: {principal: root, action: s3:GetObject}, expect: undetermined, " + declared));

        assertThat(outcome(file)).isEqualTo(outcome);
    }

    private static String outcome(TestFile file) {
        CaseResult result =
                ExpectationRunner.create().run(ImmutableList.of(file)).results().get(0);
        return result.fold(passed -> "passed", failed -> failed.id().name(), skipped -> "skipped");
    }

    @Test
    void manyFailuresAreNotAllExplained() {
        String rows = "x, ".repeat(25);
        TestFile file = file(List.of("matrix: {user-agent: [" + rows
                + "]}, request: {principal: root, action: s3:GetObject, absent: [aws:SourceVpce]}, expect: allow"));
        ExpectationReport report = ExpectationRunner.create().run(ImmutableList.of(file));

        String some = ExpectationReportPrinter.plain().print(report);
        assertThat(some.lines().filter("  explanation"::equals)).hasSize(20);
        assertThat(some.lines().filter(line -> line.startsWith("error[test.failed]")))
                .hasSize(25);
        assertThat(some).contains("\n20 of 25 failures are explained; ");
        String all = ExpectationReportPrinter.plain().explainingAll().print(report);
        assertThat(all.lines().filter("  explanation"::equals)).hasSize(25);
        assertThat(all).doesNotContain("failures are explained");
    }

    @Test
    void eachCaseIsATestOfItsOwn() {
        List<NamedTest> tests =
                ExpectationRunner.create().tests(ImmutableList.of(read(FILE))).toList();

        assertThat(tests).extracting(NamedTest::displayName).containsExactly("inside", "outside", "somewhere", "later");
        URI file = Path.of("tests/a.yaml").toAbsolutePath().toUri();
        assertThat(tests)
                .extracting(test -> test.source().orElseThrow())
                .containsExactly(
                        URI.create(file + "?line=3&column=11"),
                        URI.create(file + "?line=6&column=11"),
                        URI.create(file + "?line=9&column=11"),
                        URI.create(file + "?line=12&column=11"));
        assertThat(tests).extracting(NamedTest::skip).endsWith(Optional.of("not yet"));
        tests.get(0).run();
        tests.get(3).run();
        assertThatThrownBy(() -> tests.get(1).run())
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "error[test.failed] outside: expected allow, got explicit-deny by `Network/Outside`")
                .hasMessageContaining("tests/a.yaml:6:11")
                .hasMessageContaining("StringNotEquals aws:SourceVpce is absent");
        assertThatThrownBy(() -> tests.get(2).run())
                .hasMessageStartingWith("error[test.open-key] somewhere: the answer depends on `aws:SourceVpce`");
    }

    private static TestFile read(String yaml) {
        ExpectationContext context = new ExpectationContext(POLICIES, Optional.empty());
        return TestFileReader.read(SourceText.of("tests/a.yaml", yaml), context).orThrow();
    }
}
