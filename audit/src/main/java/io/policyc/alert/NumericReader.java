package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import io.policyc.alert.NumberRange.Bound;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ScalarNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what {@code numeric} takes: one comparison, or a lower bound and then an upper one. */
final class NumericReader {
    private final Findings findings;

    NumericReader(Findings findings) {
        this.findings = findings;
    }

    Optional<NumberRange> read(Node node) {
        ImmutableList<Node> parts = node instanceof ArrayNode list ? list.elements() : ImmutableList.of();
        String first = sign(parts, 0);
        String second = sign(parts, 2);
        boolean single = parts.size() == 2 && (first.equals("=") || isLower(first) || isUpper(first));
        boolean pair = parts.size() == 4 && isLower(first) && isUpper(second);
        if (!single && !pair) {
            return invalid(node, "`numeric` takes one comparison or two, such as [\"<\", 10] or [\">\", 0, \"<=\", 5]");
        }
        Optional<BigDecimal> value = number(parts.get(1));
        Optional<BigDecimal> top = pair ? number(parts.get(3)) : value;
        if (value.isEmpty() || top.isEmpty()) {
            return Optional.empty();
        }
        boolean included = first.endsWith("=");
        Optional<Bound> bound = value.map(number -> new Bound(number, included));
        if (pair) {
            Bound upper = new Bound(top.get(), second.endsWith("="));
            return value.get().compareTo(top.get()) >= 0
                    ? invalid(node, "the lower bound of `numeric` is not below the upper one")
                    : Optional.of(new NumberRange(bound, Optional.of(upper)));
        }
        return Optional.of(
                new NumberRange(isUpper(first) ? Optional.empty() : bound, isLower(first) ? Optional.empty() : bound));
    }

    private static boolean isLower(String sign) {
        return sign.equals(">") || sign.equals(">=");
    }

    private static boolean isUpper(String sign) {
        return sign.equals("<") || sign.equals("<=");
    }

    private static String sign(ImmutableList<Node> parts, int at) {
        return at < parts.size()
                        && parts.get(at) instanceof ScalarNode scalar
                        && scalar.type() == ScalarNode.Type.STRING
                ? scalar.text()
                : "";
    }

    private Optional<BigDecimal> number(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.type() != ScalarNode.Type.NUMBER) {
            return invalid(node, "`numeric` compares with a number, not with " + node.kind());
        }
        Optional<BigDecimal> number = Decimals.parse(scalar.text()).filter(NumberRange::isCompared);
        return number.isPresent()
                ? number
                : invalid(node, "`numeric` takes numbers from -5.0e9 to 5.0e9 with at most six digits after the point");
    }

    private <T> Optional<T> invalid(Node node, String message) {
        findings.add(AlertFindings.INVALID_PATTERN, node.span(), message);
        return Optional.empty();
    }
}
