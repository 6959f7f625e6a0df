package io.policyc.guardrail;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.FindingId;
import io.policyc.finding.FindingPrinter;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.node.SourceFindings;
import io.policyc.node.YamlNodes;
import io.policyc.source.SourceText;
import java.util.Optional;

/** Reads the folder of a guardrail. A mistake in it is one of ours, so it is thrown. */
final class GuardrailReader {
    /** For all that is wrong; users never see it. */
    private static final FindingId BROKEN = SourceFindings.SYNTAX;

    private final String name;
    private final Findings findings = new Findings();

    GuardrailReader(String name) {
        this.name = name;
    }

    /**
     * The guardrail.
     *
     * @throws IllegalStateException if the folder does not hold one
     */
    Guardrail read(SourceText yaml, String page, SourceText tests) {
        Optional<Node> node = findings.take(YamlNodes.read(yaml));
        if (node.isPresent() && node.get() instanceof ObjectNode object) {
            Guardrail guardrail = read(object, page, tests);
            if (!findings.hasErrors() && guardrail.name().equals(name)) {
                return guardrail;
            }
        }
        throw new IllegalStateException(
                "guardrail " + name + " is broken\n" + FindingPrinter.plain().print(findings.toList()));
    }

    private Guardrail read(ObjectNode object, String page, SourceText tests) {
        Fields fields = new Fields(object, findings, BROKEN);
        Optional<ArrayNode> rules = fields.array("rules");
        ArrayNode none = new ArrayNode(ImmutableList.of(), object.span());
        Guardrail guardrail = new Guardrail(
                text(fields, "guardrail"),
                text(fields, "title"),
                text(fields, "source"),
                fields.object("parameters").map(this::parameters).orElse(ImmutableMap.of()),
                rules.orElse(none),
                page,
                tests);
        fields.reportUnknown(BROKEN, "key");
        if (rules.isEmpty()) {
            findings.add(BROKEN, object.span(), "no `rules`");
        }
        return guardrail;
    }

    private ImmutableMap<String, Parameter> parameters(ObjectNode object) {
        ImmutableMap.Builder<String, Parameter> parameters = ImmutableMap.builder();
        for (ObjectNode.Member member : object.members()) {
            if (member.value() instanceof ObjectNode described) {
                parameters.put(member.key(), parameter(member.key(), new Fields(described, findings, BROKEN)));
            } else {
                findings.add(BROKEN, member.keySpan(), "a parameter is a map");
            }
        }
        return parameters.buildOrThrow();
    }

    private Parameter parameter(String parameter, Fields fields) {
        String description = text(fields, "description");
        String word = text(fields, "type");
        Optional<Node> fallback = fields.node("default");
        fields.reportUnknown(BROKEN, "key of a parameter");
        Optional<ParameterType> type = ParameterType.named(word);
        if (type.isEmpty()) {
            findings.add(BROKEN, fields.span(), "unknown type `" + word + "`, not one of " + ParameterType.words());
        }
        return new Parameter(parameter, description, type.orElse(ParameterType.TEXT), fallback);
    }

    private String text(Fields fields, String key) {
        Optional<String> text = fields.scalar(key).map(ScalarNode::text);
        if (text.isEmpty()) {
            findings.add(BROKEN, fields.span(), "no `" + key + "`");
        }
        return text.orElse("");
    }
}
