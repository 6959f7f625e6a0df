package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.guardrail.Guardrail;
import io.policyc.guardrail.Guardrails;
import io.policyc.guardrail.Parameter;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The use of a guardrail in an intent: {@code guardrail: NAME} with {@code with: {parameter: value}}. The rules that come
 * of it have the place of the name; what the intent itself says keeps its own, the exceptions by a parameter among it.
 */
final class GuardrailUse {
    private final Guardrail guardrail;
    private final ScalarNode name;
    private final IntentContext context;
    private final Findings findings;

    private GuardrailUse(Guardrail guardrail, ScalarNode name, IntentContext context, Findings findings) {
        this.guardrail = guardrail;
        this.name = name;
        this.context = context;
        this.findings = findings;
    }

    /** The rules with the parameters in them; none if something is wrong with its use. */
    static ImmutableList<Node> rules(
            ScalarNode name, Optional<ObjectNode> with, IntentContext context, Findings findings) {
        Optional<Guardrail> guardrail = Guardrails.named(name.text());
        if (guardrail.isEmpty()) {
            findings.add(
                    IntentFindings.UNKNOWN_GUARDRAIL,
                    name.span(),
                    "unknown guardrail " + Printable.quoted(name.text()),
                    Suggestions.nearest(name.text(), Guardrails.names())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("`policyc guardrails` lists them"));
            return ImmutableList.of();
        }
        return new GuardrailUse(guardrail.get(), name, context, findings)
                .rules(with.map(ObjectNode::members).orElse(ImmutableList.of()));
    }

    private ImmutableList<Node> rules(ImmutableList<ObjectNode.Member> with) {
        int errorsBefore = findings.errorCount();
        ImmutableMap<String, Node> parameters = parameters(with);
        if (findings.errorCount() > errorsBefore) {
            return ImmutableList.of();
        }
        ArrayNode template = (ArrayNode) Values.at(name.span(), guardrail.rules());
        ArrayNode left = new EmptyParameters(parameters, findings).rules(template);
        if (findings.errorCount() > errorsBefore) {
            return ImmutableList.of();
        }
        Substitution.Source source = (parameter, use, ignored) -> {
            Node value = parameters.get(parameter);
            if (value == null) {
                throw new IllegalStateException(guardrail.name() + " has no parameter " + parameter);
            }
            return Optional.of(value);
        };
        Node rules = new Substitution(source, findings).rules(exceptionsAt(with, left));
        return rules instanceof ArrayNode array ? array.elements() : ImmutableList.of();
    }

    /** The rules, with the exceptions that come from a parameter at the place where it is given. */
    private static ArrayNode exceptionsAt(ImmutableList<ObjectNode.Member> with, ArrayNode rules) {
        return each(
                rules,
                rule -> mapped(rule, member -> {
                    boolean exceptions = member.key().equals("unless") && member.value() instanceof ArrayNode;
                    return exceptions
                            ? new ObjectNode.Member(
                                    member.key(),
                                    member.keySpan(),
                                    each((ArrayNode) member.value(), entry -> mapped(entry, about -> at(with, about))))
                            : member;
                }));
    }

    private static ObjectNode.Member at(ImmutableList<ObjectNode.Member> with, ObjectNode.Member member) {
        Optional<String> parameter =
                member.value() instanceof ScalarNode scalar ? Substitution.wholeUse(scalar) : Optional.empty();
        return with.stream()
                .filter(given -> parameter.filter(given.key()::equals).isPresent())
                .findFirst()
                .map(given -> new ObjectNode.Member(member.key(), given.keySpan(), member.value()))
                .orElse(member);
    }

    private static ArrayNode each(ArrayNode array, UnaryOperator<Node> change) {
        return new ArrayNode(
                array.elements().stream().map(change).collect(ImmutableList.toImmutableList()), array.span());
    }

    private static Node mapped(Node node, UnaryOperator<ObjectNode.Member> change) {
        return node instanceof ObjectNode object
                ? new ObjectNode(
                        object.members().stream().map(change).collect(ImmutableList.toImmutableList()), object.span())
                : node;
    }

    private ImmutableMap<String, Node> parameters(ImmutableList<ObjectNode.Member> with) {
        Map<String, Node> given = new LinkedHashMap<>();
        for (ObjectNode.Member member : with) {
            Parameter parameter = guardrail.parameters().get(member.key());
            if (parameter == null) {
                findings.add(
                        IntentFindings.UNKNOWN_PARAMETER,
                        member.keySpan(),
                        "guardrail `" + guardrail.name() + "` has no parameter " + Printable.quoted(member.key()),
                        Suggestions.help(member.key(), guardrail.parameters().keySet()));
            } else {
                new ParameterReader(parameter, context, findings).check(member);
                given.put(member.key(), member.value());
            }
        }
        ImmutableMap.Builder<String, Node> all = ImmutableMap.builder();
        for (Parameter parameter : guardrail.parameters().values()) {
            Optional.ofNullable(given.get(parameter.name()))
                    .or(() -> parameter.fallback().map(node -> Values.at(name.span(), node)))
                    .ifPresentOrElse(node -> all.put(parameter.name(), node), () -> reportMissing(parameter));
        }
        return all.buildOrThrow();
    }

    private void reportMissing(Parameter parameter) {
        findings.add(
                IntentFindings.MISSING_PARAMETER,
                name.span(),
                "guardrail `" + guardrail.name() + "` needs the parameter `" + parameter.name() + "`",
                "for example `with: { " + parameter.name() + ": "
                        + parameter.type().example() + " }`");
    }
}
