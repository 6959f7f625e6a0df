package io.policyc.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.imports.YamlTree.Entries;
import io.policyc.imports.YamlTree.Items;
import io.policyc.imports.YamlTree.Text;
import io.policyc.intent.IntentArbitraries;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.node.YamlNodes;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyArbitraries;
import io.policyc.policy.PolicyDocument;
import io.policyc.source.SourceText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** An imported document comes back as it was, or is refused with a finding. */
final class ImportLawTest {
    @Property
    void generatedDocumentsComeBackOrAreRefused(@ForAll("documents") PolicyDocument document) {
        LocatedPolicy policy = LocatedPolicy.withoutPlaces("generated", document);
        boolean said = RoundTrip.check(policy);
        if (!said) {
            assertThat(IntentImport.of(policy, "generated", ImmutableMap.of()).errors())
                    .extracting(Finding::id)
                    .containsOnly(ImportFindings.CANNOT_BE_SAID);
        }
        Statistics.label("said").collect(said).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 5);
            coverage.check(false).percentage(share -> share > 5);
        });
    }

    /** Whatever an intent compiles to is in the form that an intent can say. */
    @Property
    void whatIntentsCompileToComesBack(@ForAll("intents") String yaml) {
        Checked<Compilation> compiled = PolicyCompiler.create().compile(SourceText.of("generated", yaml));
        if (!compiled.hasErrors()) {
            LocatedPolicy policy = compiled.orThrow().policies().get(0);
            assertThat(IntentImport.of(policy, "again", ImmutableMap.of()).errors())
                    .isEmpty();
            assertThat(RoundTrip.check(policy)).isTrue();
        }
        Statistics.label("compiled")
                .collect(!compiled.hasErrors())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }

    /** The reader gets the very text back, as key and as value, in a map and in a list. */
    @Property
    void writtenTextIsReadAsItIs(@ForAll("texts") String text) {
        YamlTree list =
                new Items(com.google.common.collect.ImmutableList.of(new Text(text), Entries.of("k", new Text(text))));
        Entries tree = Entries.of("list", list).with(text.isEmpty() ? "key" : "k" + text, new Text(text));
        Node node = YamlNodes.read(SourceText.of("written.yaml", YamlPrinter.print(tree)))
                .orThrow();
        ObjectNode map = (ObjectNode) node;
        ArrayNode read = (ArrayNode) map.members().get(0).value();
        assertThat(map.members().get(1).key()).isEqualTo(text.isEmpty() ? "key" : "k" + text);
        assertThat(List.of(
                        text(map.members().get(1).value()),
                        text(read.elements().get(0)),
                        text(((ObjectNode) read.elements().get(1))
                                .members()
                                .get(0)
                                .value())))
                .containsOnly(text);
    }

    private static String text(Node node) {
        return ((ScalarNode) node).text();
    }

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return PolicyArbitraries.serviceControlPolicies();
    }

    @Provide
    Arbitrary<String> intents() {
        return IntentArbitraries.texts();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> hostile = Arbitraries.of(
                "",
                " ",
                "a: b",
                "- a",
                "# no comment",
                "a #b",
                "*",
                "&a",
                "!t",
                "%",
                "@",
                "`",
                "null",
                "~",
                "Yes",
                "012",
                "1e3",
                "0x1F",
                "1:30",
                "2026-01-01",
                "=",
                "<<",
                "a:",
                ":a",
                "'",
                "\"",
                "\\",
                "\t",
                "\n",
                "\r\n",
                "\u0000",
                "\u0085",
                "\u00a0",
                "\u00ad",
                "\u2028",
                "\ufeff",
                "\ud83d\ude00",
                "((a))",
                "${a}",
                "---",
                "...",
                "{",
                "[",
                "?",
                "a\u007f");
        return Arbitraries.oneOf(
                hostile,
                hostile.list().ofMaxSize(4).map(parts -> String.join("", parts)),
                Arbitraries.strings()
                        .ofMaxLength(12)
                        .filter(text -> text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF)));
    }
}
