package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.node.YamlNodes;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an intent file. All mistakes of a file are found in one run; what a later version of the language has is refused by
 * name, never ignored.
 */
public final class IntentReader {
    private final Findings findings = new Findings();
    private final Map<String, SourceSpan> sids = new HashMap<>();

    private IntentReader() {}

    /** The facets of the language, in the order in which they are explained. */
    public static ImmutableSet<String> facets() {
        return Facets.names();
    }

    public static Checked<Intent> read(SourceText yaml) {
        return YamlNodes.read(yaml).then(IntentReader::read);
    }

    public static Checked<Intent> read(Node node) {
        IntentReader reader = new IntentReader();
        Optional<Intent> intent = reader.intent(node);
        return reader.findings.hasErrors()
                ? reader.findings.withoutValue()
                : new Checked<>(intent, reader.findings.toList());
    }

    private Optional<Intent> intent(Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(
                    IntentFindings.WRONG_TYPE,
                    node.span(),
                    "an intent is a map that starts with `policy: NAME`, not " + node.kind());
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, IntentFindings.WRONG_TYPE);
        final Optional<ScalarNode> name = name(fields);
        final Optional<String> description = fields.scalar("description").map(ScalarNode::text);
        Optional<ArrayNode> list = fields.array("rules");
        if (list.isEmpty() && fields.node("rules").isEmpty()) {
            findings.add(IntentFindings.MISSING_KEY, object.span(), "the intent has no `rules`");
        }
        List<IntentRule> rules = new ArrayList<>();
        list.ifPresent(array -> {
            if (array.elements().isEmpty()) {
                findings.add(IntentFindings.EMPTY_LIST, array.span(), "`rules` is empty; a policy needs at least one");
            }
            array.elements()
                    .forEach(rule -> new RuleReader(findings, sids).read(rule).ifPresent(rules::add));
        });
        fields.reportUnknown(
                IntentFindings.UNKNOWN_KEY,
                "key",
                NotYet.refuse(object, findings, "guardrail", "with", "values", "groups"));
        return name.map(scalar -> new Intent(scalar.text(), description, ImmutableList.copyOf(rules), scalar.span()));
    }

    private Optional<ScalarNode> name(Fields fields) {
        Optional<ScalarNode> name = fields.scalar("policy");
        if (name.isEmpty() && fields.node("policy").isEmpty()) {
            findings.add(
                    IntentFindings.MISSING_KEY,
                    fields.span(),
                    "the intent has no name",
                    "start the file with `policy: NAME`");
        }
        if (name.isPresent() && !Intent.isName(name.get().text())) {
            findings.add(
                    IntentFindings.INVALID_NAME,
                    name.get().span(),
                    "policy name " + Printable.quoted(name.get().text()) + " may only hold A-Z a-z 0-9 _ -",
                    "it also names the files in dist/, at most 128 characters");
        }
        return name.filter(valid -> Intent.isName(valid.text()));
    }
}
