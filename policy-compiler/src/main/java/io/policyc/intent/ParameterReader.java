package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.guardrail.Parameter;
import io.policyc.guardrail.ParameterType;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.HashMap;

/** Checks the value of a guardrail's parameter where it is written, with the reader of the values that it takes. */
final class ParameterReader {
    private final Parameter parameter;
    private final IntentContext context;
    private final Findings findings;

    ParameterReader(Parameter parameter, IntentContext context, Findings findings) {
        this.parameter = parameter;
        this.context = context;
        this.findings = findings;
    }

    void check(ObjectNode.Member member) {
        Node value = member.value();
        if (value instanceof ScalarNode scalar && scalar.isNull()) {
            findings.add(
                    IntentFindings.MISSING_PARAMETER,
                    member.keySpan(),
                    "parameter `" + parameter.name() + "` has no value yet",
                    example());
            return;
        }
        ImmutableList<Node> elements = value instanceof ArrayNode array ? array.elements() : ImmutableList.of(value);
        if (elements.isEmpty()) {
            if (parameter.isRequired()) {
                findings.add(
                        IntentFindings.EMPTY_LIST,
                        value.span(),
                        "parameter `" + parameter.name() + "` needs at least one value",
                        example());
            }
            return;
        }
        for (Node element : elements) {
            if (!isOfType(element)) {
                findings.add(
                        IntentFindings.WRONG_TYPE,
                        element.span(),
                        "parameter `" + parameter.name() + "` takes "
                                + parameter.type().plural() + ", not " + element.kind(),
                        example());
                return;
            }
        }
        Findings found = new Findings();
        read(new FacetValues(facet(parameter.type()), value, value.span(), context.partition(), found));
        // What is doubtful is said when the rules are read.
        found.toList().stream().filter(Finding::isError).forEach(findings::add);
    }

    private boolean isOfType(Node element) {
        return parameter.type() == ParameterType.NETWORKS
                ? element instanceof ObjectNode
                : element instanceof ScalarNode scalar && !scalar.isNull();
    }

    private void read(FacetValues values) {
        RuleReader rules = new RuleReader(context, values.findings(), new HashMap<>());
        switch (parameter.type()) {
            case PRINCIPALS, REGIONS, ACCOUNTS, ORGANIZATIONS, NETWORKS -> Facets.read(values);
            case ACTIONS -> values.scalars().forEach(rules::action);
            case ARNS -> values.scalars().forEach(rules::resource);
            case DAYS -> values.scalars().forEach(day -> Facets.read(values.of(day)));
            case TEXT -> values.scalars();
        }
    }

    /** The facet that takes the same values, or the name for messages. */
    private String facet(ParameterType type) {
        return switch (type) {
            case PRINCIPALS -> "principal";
            case REGIONS -> "region";
            case ACCOUNTS -> "principal-account";
            case ORGANIZATIONS -> "principal-organization";
            case NETWORKS -> "network";
            case DAYS -> "before";
            case ACTIONS, ARNS, TEXT -> parameter.name();
        };
    }

    private String example() {
        return "for example `" + parameter.name() + ": " + parameter.type().example() + "`";
    }
}
