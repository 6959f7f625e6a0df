package io.policyc.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.policy.PolicyArbitraries;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyWriter;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The text under the span of a node is the text of that node. */
final class NodeSpanTest {

    @Property
    void theTextUnderAJsonNodeIsReadAsThatNode(@ForAll("policies") PolicyDocument document) {
        SourceText text = SourceText.of("p.json", PolicyWriter.pretty(document));
        check(JsonNodes.read(text).orThrow());
    }

    @Property
    void theTextUnderAYamlScalarIsReadAsThatScalar(@ForAll("words") String key, @ForAll("words") String value) {
        String text = "# \ud83d\ude00\u0085\n%s: {%s: [%s, \"%s\"]}  # c\r\n'0%s': %s\n"
                .formatted(key, value, key, value, value, key);
        check(YamlNodes.read(SourceText.of("p.yaml", text)).orThrow());
    }

    @Test
    void aKeyEndsAtItsClosingQuote() {
        ObjectNode object = (ObjectNode) JsonNodes.read(SourceText.of("p.json", "{ \"a\\\"\\\\\" \n : \n 1}"))
                .orThrow();
        assertThat(under(object.members().get(0).keySpan())).isEqualTo("\"a\\\"\\\\\"");
    }

    @Test
    void aBlockOfYamlIsUnderItsSpan() {
        ObjectNode object = (ObjectNode) YamlNodes.read(SourceText.of("p.yaml", "a:\n  b: c\nd: |\n  e\n"))
                .orThrow();
        assertThat(object.members().get(0).value().span().line()).isEqualTo(2);
        assertThat(under(object.members().get(1).keySpan())).isEqualTo("d");
        assertThat(under(object.members().get(1).value().span())).isEqualTo("|\n  e\n");
    }

    @Test
    void scalarsKeepTheirText() {
        String text = "[012345670123, no, 1e3, 1.50, 2026-01-01, ~, True, '012', \"x\"]";
        ArrayNode list =
                (ArrayNode) YamlNodes.read(SourceText.of("p.yaml", text)).orThrow();
        assertThat(list.elements())
                .extracting(node -> ((ScalarNode) node).text())
                .containsExactly("012345670123", "no", "1e3", "1.50", "2026-01-01", "~", "True", "012", "x");
    }

    @Provide
    Arbitrary<PolicyDocument> policies() {
        return PolicyArbitraries.serviceControlPolicies();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abz")
                .ofMinLength(1)
                .ofMaxLength(3)
                .flatMap(start -> Arbitraries.of("", "\ud83d\ude00", "\u00e9", " x", "\ud83d\ude00y")
                        .map(end -> start + end))
                .filter(word -> word.length() > 1);
    }

    private static void check(Node node) {
        if (node instanceof ObjectNode object) {
            for (ObjectNode.Member member : object.members()) {
                check(scalar(under(member.keySpan()), node), member.key());
                check(member.value());
            }
        } else if (node instanceof ArrayNode array) {
            array.elements().forEach(NodeSpanTest::check);
        } else {
            check(scalar(under(node.span()), node), ((ScalarNode) node).text());
        }
    }

    private static void check(ScalarNode read, String expected) {
        assertThat(read.text()).isEqualTo(expected);
    }

    private static ScalarNode scalar(String text, Node near) {
        return (ScalarNode)
                Nodes.read(SourceText.of(near.span().source().name(), text)).orThrow();
    }

    /** The text of a range, found by its lines and columns. */
    static String under(SourceSpan span) {
        String text = span.source().text();
        int from = offset(text, span.line(), span.column());
        return text.substring(from, offset(text, span.endLine(), span.endColumn()));
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int l = 1; l < line; at++) {
            boolean crLf = text.startsWith("\r\n", at);
            if (!crLf && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
                l++;
            }
        }
        return at + column - 1;
    }
}
