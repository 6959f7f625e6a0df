package io.policyc.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.source.SourceText;
import org.junit.jupiter.api.Test;

final class FieldsTest {
    private static final FindingId WRONG = FindingId.error("test.wrong");
    private static final FindingId UNKNOWN = FindingId.error("test.unknown");

    private final Findings findings = new Findings();
    private final Fields fields = fields(
            "{'text': 'a', 'number': 012, 'none': null, 'list': ['a', 1, null, ['b']], 'object': {'k': 'v'}, 'tex': 1}");

    @Test
    void valuesAreTakenByTheirType() {
        assertThat(fields.scalar("text").orElseThrow().text()).isEqualTo("a");
        assertThat(fields.scalar("number").orElseThrow().text()).isEqualTo("012");
        assertThat(fields.array("list").orElseThrow().elements()).hasSize(4);
        assertThat(fields.object("object").orElseThrow().get("k")).isPresent();
        assertThat(fields.scalars("text")).hasSize(1);
        assertThat(findings.toList()).isEmpty();
    }

    @Test
    void whatIsNotThereIsEmptyAndNoFinding() {
        assertThat(fields.scalar("no")).isEmpty();
        assertThat(fields.array("no")).isEmpty();
        assertThat(fields.object("no")).isEmpty();
        assertThat(fields.scalars("no")).isEmpty();
        assertThat(fields.keySpan("no")).isEmpty();
        assertThat(findings.toList()).isEmpty();
    }

    @Test
    void aWrongTypeIsReportedWithBothTypes() {
        assertThat(fields.scalar("none")).isEmpty();
        assertThat(fields.object("list")).isEmpty();
        assertThat(fields.array("object")).isEmpty();
        assertThat(findings.toList())
                .extracting(Finding::message)
                .containsExactly(
                        "`none` must be text, not null",
                        "`list` must be an object, not a list",
                        "`object` must be a list, not an object");
    }

    @Test
    void aListKeepsItsScalarsAndReportsTheRest() {
        assertThat(fields.scalars("list")).extracting(ScalarNode::text).containsExactly("a", "1");
        assertThat(findings.toList())
                .extracting(Finding::message)
                .containsExactly("`list` must be text, not null", "`list` must be text, not a list");
    }

    @Test
    void keysThatNobodyAskedForAreReportedWithASuggestion() {
        fields.node("text");
        fields.scalars("number");
        fields.keySpan("none");
        fields.array("list");
        fields.object("object");
        fields.reportUnknown(UNKNOWN, "field");
        assertThat(findings.toList()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("unknown field `tex`");
            assertThat(finding.help()).contains("did you mean `text`?");
            assertThat(NodeSpanTest.under(finding.span().orElseThrow())).isEqualTo("'tex'");
        });
    }

    private Fields fields(String yaml) {
        ObjectNode object =
                (ObjectNode) YamlNodes.read(SourceText.of("f.yaml", yaml)).orThrow();
        return new Fields(object, findings, WRONG);
    }

    /** Keys may be the user's, such as the claims of a role. */
    @Test
    void aKeyWithALineBreakStaysInOneLineOfAMessage() {
        Findings findings = new Findings();
        ObjectNode object = (ObjectNode)
                Nodes.read(SourceText.of("a.json", "{\"a\\nb\": null}")).orThrow();
        new Fields(object, findings, FindingId.error("test.wrong-type")).scalar("a\nb");
        assertThat(findings.toList())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("`a\\nb` must be text, not null"));
    }
}
