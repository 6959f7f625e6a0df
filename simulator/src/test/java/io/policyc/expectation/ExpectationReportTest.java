package io.policyc.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.golden.GoldenFile;
import io.policyc.organization.StubPolicies;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.RequestPrinter;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.Explanation;
import io.policyc.simulator.ExplanationPrinter;
import io.policyc.simulator.Simulator;
import io.policyc.source.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One file of tests whose failures show every kind of explanation. */
class ExpectationReportTest {
    private static final LocatedPolicy DENY_CLI = StubPolicies.policy("DenyCli", """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "DenyCli1",
                  "Effect": "Deny",
                  "NotAction": ["sts:*", "iam:GetUser"],
                  "Resource": "*",
                  "Condition": {
                    "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/*"},
                    "StringLike": {"aws:UserAgent": ["*boto*", "*aws-cli*", "*AWS*", "*a*b*c*d", "x1", "x2", "x3"]},
                    "Null": {"aws:TokenIssueTime": "true"}
                  }
                },
                {
                  "Sid": "DenyOutsideNetwork",
                  "Effect": "Deny",
                  "Action": "ec2:*",
                  "Resource": "*",
                  "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}
                }
              ]
            }
            """);

    private static final LocatedPolicy ONLY_EC2 = StubPolicies.policy("OnlyEc2", """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": ["ec2:*", "s3:Get*"], "Resource": "*"}]}
            """);

    private static final String TESTS = """
            policies: [DenyCli]
            defaults: { region: eu-west-1 }
            tests:
              - name: a key from the command line
                matrix: { client: [aws-cli/2, curl] }
                request: { principal: iam-user/alice, credentials: long-lived, action: s3:ListAllMyBuckets }
                expect: explicit-deny
                because: DenyCli
              - name: an open key
                request: { principal: role/ci, action: ec2:DescribeInstances }
                expect: allow
              - name: an open key of the principal
                request: { principal: iam-user/alice, client: aws-cli/2, action: s3:ListAllMyBuckets }
                expect: allow
              - name: another rule
                request: { principal: iam-user/alice, credentials: long-lived, client: aws-cli/2, action: s3:ListAllMyBuckets }
                expect: deny
                because: DenyOutsideNetwork
              - name: a service-linked role
                request: { principal: service-linked-role/ecs.amazonaws.com/AWSServiceRoleForECS, action: ec2:DescribeInstances }
                expect: allow
              - name: known to be open
                request: { principal: role/ci, action: ec2:DescribeInstances, unknown: [aws:SourceVpce] }
                expect: undetermined
              - name: later
                request: { principal: role/ci, action: ec2:DescribeInstances }
                expect: deny
                skip: waits for the network team
            """;

    private static final String IMPLICIT = """
            policies: [OnlyEc2]
            tests:
              - name: nothing allows it
                request: { principal: root, action: s3:PutObject, resource: "arn:aws:s3:::bucket/key" }
                expect: allow
            """;

    @Test
    void theReportForPeople() {
        GoldenFile.check("report.txt", ExpectationReportPrinter.plain().print(report()));
    }

    @Test
    void theReportForATerminalHasTheSameText() {
        String coloured = ExpectationReportPrinter.coloured().print(report());

        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(ExpectationReportPrinter.plain().print(report()));
        assertThat(coloured).contains("\u001b[");
    }

    @Test
    void theReportForPrograms() {
        GoldenFile.check("report.json", ExpectationReportPrinter.plain().json(report()));
    }

    @Test
    void theReportForBuildServers() {
        GoldenFile.check("report.xml", JunitReport.of(report(), file -> "policies/" + file));
    }

    @Test
    void theReportForAPullRequest() {
        GoldenFile.check("report.md", MarkdownReport.of(report(), "### Coverage\n"));
    }

    @Test
    void linesOfAnExplanationFitATerminal() {
        report().failures()
                .forEach(failure -> assertThat(
                                ExplanationPrinter.text(failure.explanation()).lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100)));
    }

    @Test
    void aHostileRequestReachesNoTerminal() {
        TestFile file = read(
                "{policies: [DenyCli], tests: [{name: \"a\\e[2J\", expect: allow, source: \"b\\e\", request: {principal: "
                        + "iam-user/alice, credentials: long-lived, action: s3:A, user-agent: \"aws-cli\\e[2Jb\\nc\"}}]}");

        assertThat(ExpectationReportPrinter.plain()
                        .print(ExpectationRunner.create().run(ImmutableList.of(file))))
                .doesNotContain("\u001b")
                .contains("\\u001b[2J");
    }

    @Test
    void decisionsForPrograms() {
        StringBuilder lines = new StringBuilder();
        for (CaseResult.Failed failure : report().failures()) {
            lines.append(DecisionPrinter.json(Optional.of("1"), failure.decision()))
                    .append('\n');
            lines.append(DecisionPrinter.text(failure.decision())).append('\n');
            lines.append(RequestPrinter.json(failure.test().request())).append('\n');
        }
        GoldenFile.check("decisions.txt", lines.toString());
    }

    @Test
    void eachResourceIsExplained() {
        TestFile file =
                read("{policies: [OnlyEc2], tests: [{name: a, expect: allow, request: {principal: root, action: "
                        + "s3:GetObject, resources: ['arn:aws:s3:::a/b', 'arn:aws:s3:::c/d']}}]}");
        Simulator simulator = file.cases().get(0).policies().simulator();
        Explanation explanation = simulator.explain(file.cases().get(0).request());

        GoldenFile.check("resources.txt", ExplanationPrinter.text(explanation));
        GoldenFile.check("resources.json", ExplanationPrinter.json(explanation) + "\n");
    }

    @Test
    void aNumberedSidIsItsRule() {
        TestFile file = read(TESTS);
        Simulator simulator = file.cases().get(0).policies().simulator();
        var decision = simulator.evaluate(file.cases().get(0).request());

        assertThat(Because.decided("DenyCli", decision)).isTrue();
        assertThat(Because.decided("DenyCli1", decision)).isTrue();
        assertThat(Because.decided("DenyCl", decision)).isFalse();
        assertThat(Because.decided("DenyCli12", decision)).isFalse();
    }

    private static ExpectationReport report() {
        return ExpectationRunner.create().run(ImmutableList.of(read(TESTS), read(IMPLICIT)));
    }

    private static TestFile read(String yaml) {
        return TestFileReader.read(
                        SourceText.of("tests/cli.yaml", yaml),
                        new ExpectationContext(StubPolicies.of(DENY_CLI, ONLY_EC2), Optional.empty()))
                .orThrow();
    }
}
