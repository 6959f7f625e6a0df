package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Literals;
import java.util.List;
import java.util.Optional;

/** {@code network}: a list of addresses, VPCs and VPC endpoints; a request from any of them matches. */
final class NetworkFacet {
    private NetworkFacet() {}

    static Optional<Expression> read(FacetValues values) {
        ImmutableList<Node> entries =
                values.node() instanceof ArrayNode array ? array.elements() : ImmutableList.of(values.node());
        if (entries.isEmpty()) {
            values.findings().add(IntentFindings.EMPTY_LIST, values.node().span(), "`network` has no value");
        }
        ImmutableList.Builder<Expression> parts = ImmutableList.builder();
        for (Node entry : entries) {
            if (entry instanceof ObjectNode object && object.members().size() == 1) {
                entry(object, values).ifPresent(parts::add);
            } else if (!(entry instanceof ScalarNode scalar) || !Placeholders.isReported(scalar)) {
                values.findings()
                        .add(
                                IntentFindings.WRONG_TYPE,
                                entry.span(),
                                "an entry of `network` is one of {cidr: …}, {vpc: …}, {vpce: …}");
            }
        }
        ImmutableList<Expression> read = parts.build();
        return read.isEmpty() ? Optional.empty() : Optional.of(new Expression.Any(read, values.place()));
    }

    private static Optional<Expression> entry(ObjectNode object, FacetValues values) {
        ObjectNode.Member member = object.members().get(0);
        FacetValues one = values.inside(member.key(), member);
        return switch (member.key()) {
            case "cidr" -> one.test(Comparison.IP_ADDRESS, "aws:SourceIp", one.texts(scalar -> network(scalar, one)));
            case "vpc" -> one.text("aws:SourceVpc", one.texts(scalar -> named(scalar, "vpc-", one)));
            case "vpce" -> one.text("aws:SourceVpce", one.texts(scalar -> named(scalar, "vpce-", one)));
            default -> unknown(object, values);
        };
    }

    private static Optional<Expression> unknown(ObjectNode object, FacetValues values) {
        Fields fields = new Fields(object, values.findings(), IntentFindings.WRONG_TYPE);
        List.of("cidr", "vpc", "vpce").forEach(fields::node);
        fields.reportUnknown(IntentFindings.UNKNOWN_KEY, "kind of network");
        return Optional.empty();
    }

    private static Optional<String> network(ScalarNode scalar, FacetValues values) {
        return Literals.isWellFormed(new ValueTemplate(scalar.text()), Comparison.IP_ADDRESS)
                ? Optional.of(scalar.text())
                : values.invalid(
                        scalar, "is not an address or network; an IPv6 network may not have bits beyond its length");
    }

    private static Optional<String> named(ScalarNode scalar, String prefix, FacetValues values) {
        return scalar.text().startsWith(prefix)
                ? Optional.of(scalar.text())
                : values.invalid(scalar, "does not start with `" + prefix + "`");
    }
}
