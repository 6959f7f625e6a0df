package io.policyc.intent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.YamlNodes;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an empty parameter {@code ((e))} leaves of a rule, beside one {@code ((f))} that is not. */
class EmptyParametersTest {
    private static final SourceSpan NOWHERE = SourceText.of("nowhere", "").start();

    private final Findings findings = new Findings();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unless: [{principal: ((e))}]                   | unless: []",
                "unless: [{principal: ((e)), owner: me}, {mfa: true}] | unless: [{mfa: true}]",
                "unless: [{principal: ((e)), mfa: true}, {principal: ((f))}] | unless: [{principal: ((f))}]",
                "unless: [{principal: [((e)), role/a]}]         | unless: [{principal: [role/a]}]",
                "unless: [{principal: [((e)), ((e))]}]          | unless: []",
                "unless: [{aws:PrincipalArn: {ArnLike: ((e))}}] | unless: []",
                "unless: [{any: [{region: ((e))}, {mfa: true}]}] | unless: [{any: [{mfa: true}]}]",
                "unless: [{any: [{region: ((e))}]}]             | unless: []",
                "unless: [{all: [{region: ((e))}, {mfa: true}]}] | unless: []",
                "unless: [{network: [{cidr: ((e))}, {vpc: vpc-1}]}] | unless: [{network: [{vpc: vpc-1}]}]",
                "when: {any: [{region: ((e))}, {mfa: true}]}    | when: {any: [{mfa: true}]}",
                "when: {not: {any: [{region: ((e))}, {mfa: true}]}} | when: {not: {any: [{mfa: true}]}}",
                "deny: [a:b, ((e))]                             | deny: [a:b]",
                "deny: {not: [a:b, ((e))]}                      | deny: {not: [a:b]}",
                "unless: [{principal: ((f))}]                   | unless: [{principal: ((f))}]",
                "unless: [{principal: x((e))}]                  | unless: [{principal: x((e))}]"
            })
    void leaves(String rule, String left) {
        assertThat(shape(removed(rule))).isEqualTo(shape(read(left)));
        assertThat(findings.hasErrors()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when: {region: ((e))}",
                "when: {mfa: true, region: [((e))]}",
                "when: {not: {region: ((e))}}",
                "when: {all: [{mfa: true}, {region: ((e))}]}",
                "unless: [{not: {region: ((e))}}]",
                "deny: ((e))",
                "deny: {not: [((e))]}",
                "resources: ((e))"
            })
    void needs(String rule) {
        removed(rule);
        assertThat(findings.toList()).extracting(Finding::id).containsExactly(IntentFindings.EMPTY_LIST);
        assertThat(findings.toList().get(0).span().orElseThrow().source().name())
                .isEqualTo("with");
    }

    @Test
    void withoutEmptyParametersNothingChanges() {
        String rule = "deny: ['*'], when: {not: {all: [{region: ((f))}]}}, unless: []";
        assertThat(shape(removed(rule))).isEqualTo(shape(read(rule)));
    }

    private ArrayNode removed(String rule) {
        Node empty = YamlNodes.read(SourceText.of("with", "[]")).orThrow();
        Node full = YamlNodes.read(SourceText.of("with", "[role/a]")).orThrow();
        return new EmptyParameters(ImmutableMap.of("e", empty, "f", full), findings).rules(read(rule));
    }

    private static ArrayNode read(String rule) {
        return (ArrayNode)
                YamlNodes.read(SourceText.of("rules", "[{" + rule + "}]")).orThrow();
    }

    /** A tree without its places. */
    private static Node shape(Node node) {
        return Values.at(NOWHERE, node);
    }
}
