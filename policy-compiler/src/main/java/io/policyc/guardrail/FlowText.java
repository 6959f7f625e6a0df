package io.policyc.guardrail;

import io.policyc.node.ArrayNode;
import io.policyc.node.JsonText;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A value in one line of YAML. */
final class FlowText {
    /** Text that YAML takes as itself without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

    private FlowText() {}

    static String of(Node node) {
        if (node instanceof ArrayNode array) {
            return array.elements().stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof ObjectNode object) {
            return object.members().stream()
                    .map(member -> member.key() + ": " + of(member.value()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return scalar((ScalarNode) node);
    }

    private static String scalar(ScalarNode scalar) {
        boolean plain = scalar.type() != ScalarNode.Type.STRING
                || PLAIN.matcher(scalar.text()).matches();
        return plain ? scalar.text() : JsonText.minified().value(scalar.text()).toString();
    }
}
