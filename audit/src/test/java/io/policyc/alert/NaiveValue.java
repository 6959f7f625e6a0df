package io.policyc.alert;

import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One value of a pattern on one of an event, for texts of ASCII and numbers that are written alike if they are equal. */
final class NaiveValue {
    private NaiveValue() {}

    static boolean isAbsence(Node node) {
        return node instanceof ObjectNode object
                && object.members().get(0).key().equals("exists")
                && text(object.members().get(0).value()).equals("false");
    }

    static boolean matches(Node pattern, ScalarNode value) {
        if (pattern instanceof ScalarNode plain) {
            return plain.type() == value.type() && plain.text().equals(value.text());
        }
        String operator = ((ObjectNode) pattern).members().get(0).key();
        Node operand = ((ObjectNode) pattern).members().get(0).value();
        boolean isText = value.type() == ScalarNode.Type.STRING;
        return switch (operator) {
            case "exists" -> text(operand).equals("true");
            case "anything-but" -> !excluded(operand, value);
            case "numeric" -> value.type() == ScalarNode.Type.NUMBER && numeric((ArrayNode) operand, value);
            default -> isText && words(operator, operand, value.text());
        };
    }

    private static boolean excluded(Node operand, ScalarNode value) {
        if (operand instanceof ObjectNode object) {
            ObjectNode.Member inner = object.members().get(0);
            return value.type() == ScalarNode.Type.STRING
                    && each(inner.value()).stream().anyMatch(one -> words(inner.key(), one, value.text()));
        }
        return each(operand).stream().anyMatch(one -> matches(one, value));
    }

    private static List<Node> each(Node node) {
        return node instanceof ArrayNode list ? list.elements() : List.of(node);
    }

    private static boolean words(String operator, Node operand, String text) {
        if (operand instanceof ObjectNode inner) {
            String folded = text(inner.members().get(0).value()).toLowerCase(Locale.ROOT);
            return words(operator, folded, text.toLowerCase(Locale.ROOT));
        }
        return words(operator, text(operand), text);
    }

    private static boolean words(String operator, String wanted, String text) {
        return switch (operator) {
            case "prefix" -> text.startsWith(wanted);
            case "suffix" -> text.endsWith(wanted);
            case "equals-ignore-case" -> text.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
            case "wildcard" -> Pattern.matches(Pattern.quote(wanted).replace("*", "\\E.*\\Q"), text);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean numeric(ArrayNode comparisons, ScalarNode value) {
        boolean all = true;
        for (int i = 0; i < comparisons.elements().size(); i += 2) {
            int order = Double.compare(
                    Double.parseDouble(value.text()),
                    Double.parseDouble(text(comparisons.elements().get(i + 1))));
            all &= switch (text(comparisons.elements().get(i))) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> order == 0;
            };
        }
        return all;
    }

    private static String text(Node node) {
        return ((ScalarNode) node).text();
    }
}
