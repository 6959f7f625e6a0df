package io.policyc.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.guardrail.Parameter;
import io.policyc.guardrail.ParameterType;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.YamlNodes;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterReaderTest {
    @ParameterizedTest
    @EnumSource
    void examplesAreOfTheirType(ParameterType type) {
        assertThat(check(type, type.example())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PRINCIPALS    | role/ci              | user/alice",
                "ACTIONS       | [\"s3:Get*\", \"*\"] | [s3]",
                "REGIONS       | eu-west-1            | {eu: west}",
                "ACCOUNTS      | \"111122223333\"     | [\"11112222333\"]",
                "ORGANIZATIONS | o-exampleorgid       | exampleorgid",
                "NETWORKS      | {vpc: vpc-1}         | {vpc: subnet-1}",
                "NETWORKS      | [{cidr: 10.0.0.0/8}] | 10.0.0.0/8",
                "ARNS          | \"arn:aws:s3:::a\"   | s3/a",
                "DAYS          | [2027-03-31, 2027-04-01] | 2027-02-30",
                "TEXT          | [a, 1, true]         | [[a]]",
                "TEXT          | a                    | \"${Account}\""
            })
    void nearMisses(ParameterType type, String good, String bad) {
        assertThat(check(type, good)).isEmpty();
        assertThat(check(type, bad)).hasSize(1);
    }

    @Test
    void anUnknownRegionIsNoError() {
        assertThat(check(ParameterType.REGIONS, "[mars-north-1]")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsNoValue(ParameterType type) {
        assertThat(check(type, "")).containsExactly(IntentFindings.MISSING_PARAMETER);
        assertThat(check(type, "[]")).containsExactly(IntentFindings.EMPTY_LIST);
        assertThat(check(type, "[null]")).containsExactly(IntentFindings.WRONG_TYPE);
    }

    /** A required parameter with that value. */
    private static List<FindingId> check(ParameterType type, String value) {
        Findings findings = new Findings();
        Node with = YamlNodes.read(SourceText.of("with", "p: " + value)).orThrow();
        Parameter parameter = new Parameter("p", "a parameter", type, Optional.empty());
        new ParameterReader(parameter, IntentContext.NONE, findings)
                .check(((ObjectNode) with).members().get(0));
        return findings.toList().stream().map(Finding::id).toList();
    }
}
