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
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads an intent file, after its values are put in their places. All mistakes of a file are found in one run.
 */
public final class IntentReader {
    private final IntentContext around;
    private final Findings findings = new Findings();

    private IntentReader(IntentContext around) {
        this.around = around;
    }

    /** The facets of the language, in the order in which they are explained. */
    public static ImmutableSet<String> facets() {
        return Facets.names();
    }

    /** Reads an intent that stands alone. */
    public static Checked<Intent> read(SourceText yaml) {
        return read(yaml, IntentContext.NONE);
    }

    /** Reads an intent of a repository that says something for all of them. */
    public static Checked<Intent> read(SourceText yaml, IntentContext around) {
        return YamlNodes.read(yaml).then(node -> read(node, around));
    }

    public static Checked<Intent> read(Node node, IntentContext around) {
        IntentReader reader = new IntentReader(around);
        Optional<Intent> intent = reader.intent(node);
        return reader.findings.hasErrors()
                ? reader.findings.withoutValue()
                : new Checked<>(intent, reader.findings.toList());
    }

    private Optional<Intent> intent(Node node) {
        if (!(node instanceof ObjectNode written)) {
            findings.add(
                    IntentFindings.WRONG_TYPE,
                    node.span(),
                    "an intent is a map that starts with `policy: NAME`, not " + node.kind());
            return Optional.empty();
        }
        IntentContext context = around.with(written, findings);
        ObjectNode object = context.substitute(written, findings);
        Fields fields = new Fields(object, findings, IntentFindings.WRONG_TYPE);
        final Optional<ScalarNode> name = name(fields);
        final Optional<String> description = fields.scalar("description").map(ScalarNode::text);
        fields.node("values");
        fields.node("groups");
        RuleReader reader = new RuleReader(context, findings, new HashMap<>());
        ImmutableList.Builder<IntentRule> rules = ImmutableList.builder();
        rules.addAll(guardrail(fields, reader, context));
        rules.addAll(rules(fields, reader));
        fields.reportUnknown(IntentFindings.UNKNOWN_KEY, "key");
        return name.map(scalar -> new Intent(scalar.text(), description, rules.build(), scalar.span()));
    }

    /** The rules of the guardrail, each with the exceptions of the intent. */
    private ImmutableList<IntentRule> guardrail(Fields fields, RuleReader reader, IntentContext context) {
        Optional<ScalarNode> guardrail = fields.scalar("guardrail");
        if (fields.node("guardrail").isEmpty()) {
            for (String key : List.of("with", "unless", "owner")) {
                fields.keySpan(key).ifPresent(place -> reportAlone(key, place));
            }
            return ImmutableList.of();
        }
        ImmutableList<ExceptionEntry> unless = reader.unless(fields);
        Optional<String> owner = fields.scalar("owner").map(ScalarNode::text);
        Optional<ObjectNode> with = fields.object("with");
        return guardrail
                .map(name -> GuardrailUse.rules(name, with, context, findings))
                .orElse(ImmutableList.of())
                .stream()
                .flatMap(rule -> reader.read(rule).stream())
                .map(rule -> rule.ofGuardrail(owner, unless))
                .collect(ImmutableList.toImmutableList());
    }

    private void reportAlone(String key, SourceSpan place) {
        findings.add(
                IntentFindings.UNKNOWN_KEY,
                place,
                "`" + key + "` stands here beside `guardrail` only",
                key.equals("with")
                        ? "`policyc guardrails` lists the guardrails"
                        : "exceptions and their owners belong to a rule");
    }

    private ImmutableList<IntentRule> rules(Fields fields, RuleReader reader) {
        Optional<ArrayNode> list = fields.array("rules");
        if (fields.node("rules").isEmpty() && fields.node("guardrail").isEmpty()) {
            findings.add(IntentFindings.MISSING_KEY, fields.span(), "the intent has no `rules`");
        }
        list.filter(array -> array.elements().isEmpty())
                .ifPresent(array -> findings.add(
                        IntentFindings.EMPTY_LIST, array.span(), "`rules` is empty; a policy needs at least one"));
        return list.map(ArrayNode::elements).orElse(ImmutableList.of()).stream()
                .flatMap(rule -> reader.read(rule).stream())
                .collect(ImmutableList.toImmutableList());
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
