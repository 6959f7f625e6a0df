package io.policyc.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.policy.PolicyArbitraries;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.policy.PolicyWriter;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text is, the readers answer with findings, and each finding points into the text. */
final class MutatedTextTest {
    private static final List<String> YAML = List.of(
            """
            # intents
            intents:
              - deny: "s3:*"
                except:
                  - role: admin
                    accounts: [1, 'x', 012]
            """,
            """
            a: |
              block
              text
            b: >-
              folded
               more
            c: {d: [e, "f\\n"], ? g : h}
            """,
            """
            Version: 2012-10-17
            Statement:
            - Effect: Deny
              Action: '*'
              Resource: "*"
              Condition:
                StringLike:
                  aws:PrincipalArn: [a, no, 1.50, 2026-01-01, ~]
            """,
            "---\nkey: \"\ud83d\ude00\": \ud83d\ude00 x\n...\n",
            "? - a\n  - b\n: &anchor {<<: *anchor, x: !!str y}\n");

    @Property
    void mutatedJsonNeverThrows(@ForAll("mutatedJson") String text, @ForAll PolicyType type) {
        SourceText source = SourceText.of("p.json", text);
        assertFindingsPointInside(source, JsonNodes.read(source));
        assertFindingsPointInside(source, PolicyReader.read("p", source, type));
    }

    @Property
    void mutatedYamlNeverThrows(@ForAll("mutatedYaml") String text, @ForAll PolicyType type) {
        SourceText source = SourceText.of("p.yaml", text);
        Checked<Node> node = YamlNodes.read(source);
        assertFindingsPointInside(source, node);
        assertFindingsPointInside(source, node.then(root -> PolicyReader.read("p", root, type)));
    }

    @Property
    void anyTextNeverThrows(@ForAll("any") String text) {
        SourceText source = SourceText.of("any", text);
        assertFindingsPointInside(source, JsonNodes.read(source));
        assertFindingsPointInside(source, YamlNodes.read(source));
    }

    @Property
    void everyNodeStandsWhereItsSpanSays(@ForAll("mutatedJson") String json, @ForAll("mutatedYaml") String yaml) {
        SourceText jsonText = SourceText.of("p.json", json);
        JsonNodes.read(jsonText).value().ifPresent(node -> assertInside(jsonText, node));
        SourceText yamlText = SourceText.of("p.yaml", yaml);
        YamlNodes.read(yamlText).value().ifPresent(node -> assertInside(yamlText, node));
    }

    @Provide
    Arbitrary<String> mutatedJson() {
        Arbitrary<String> valid = PolicyArbitraries.serviceControlPolicies()
                .map(document ->
                        document.hashCode() % 2 == 0 ? PolicyWriter.pretty(document) : PolicyWriter.minified(document));
        return mutated(valid, "{}[]\",:\\/#*tfn01e-+. \n\r\t\u0000\u00e9\ud83d\ude00\u2028");
    }

    @Provide
    Arbitrary<String> mutatedYaml() {
        return mutated(
                Arbitraries.of(YAML), "{}[]\",:\\/#*&!|>%@`'?-<~01e. \n\r\t\u0000\u0085\u00e9\ud83d\ude00\u2028\ufeff");
    }

    @Provide
    Arbitrary<String> any() {
        Arbitrary<String> yamlLike = Arbitraries.strings()
                .withChars("{}[]\",:\\#*&!|>%@`'?-<~.01a \n\r\t\u0085\u2028\ufeff\ud83d\ude00".toCharArray())
                .ofMaxLength(30);
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(40), yamlLike);
    }

    /** One to three places of the text, at each of which a character is deleted, doubled, or put in. */
    private static Arbitrary<String> mutated(Arbitrary<String> valid, String characters) {
        Arbitrary<List<Integer>> numbers =
                Arbitraries.integers().between(0, 1_000_000).list().ofSize(9);
        return Combinators.combine(valid, numbers, Arbitraries.integers().between(1, 3))
                .as((text, random, times) -> {
                    StringBuilder mutated = new StringBuilder(text);
                    for (int i = 0; i < times; i++) {
                        int at = random.get(3 * i) % mutated.length();
                        switch (random.get(3 * i + 1) % 3) {
                            case 0 -> mutated.deleteCharAt(at);
                            case 1 -> mutated.insert(at, mutated.charAt(at));
                            default ->
                                mutated.insert(at, characters.charAt(random.get(3 * i + 2) % characters.length()));
                        }
                    }
                    return mutated.toString();
                });
    }

    private static void assertFindingsPointInside(SourceText source, Checked<?> checked) {
        assertThat(checked.value().isPresent() || checked.hasErrors()).isTrue();
        for (Finding finding : checked.findings()) {
            assertThat(finding.message()).doesNotContain("\n").isNotEmpty();
            finding.span().ifPresent(span -> assertInside(source, span));
        }
        assertThat(FindingPrinter.plain().print(checked.findings())).isNotNull();
    }

    private static void assertInside(SourceText source, Node root) {
        List<Node> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            assertInside(source, node.span());
            if (node instanceof ObjectNode object) {
                object.members().forEach(member -> {
                    assertInside(source, member.keySpan());
                    open.add(member.value());
                });
            } else if (node instanceof ArrayNode array) {
                open.addAll(array.elements());
            }
        }
    }

    /** At most one column after the end of a line, where a line break or the end of the text stands. */
    private static void assertInside(SourceText source, SourceSpan span) {
        assertThat(span.source()).isSameAs(source);
        assertThat(span.endLine()).isLessThanOrEqualTo(source.lineCount());
        assertThat(span.column() - 1)
                .isLessThanOrEqualTo(source.line(span.line()).length());
        assertThat(span.endColumn() - 2)
                .isLessThanOrEqualTo(source.line(span.endLine()).length());
    }
}
