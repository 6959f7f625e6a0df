package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes out of the rules of a guardrail what an empty list leaves nothing of: an exception for no principals spares nobody,
 * and so does every condition that needs one of them. Where something has to be left, the empty list is reported.
 */
final class EmptyParameters {
    private final ImmutableMap<String, Node> parameters;
    private final Findings findings;
    private Optional<Node> lastEmpty = Optional.empty();

    EmptyParameters(ImmutableMap<String, Node> parameters, Findings findings) {
        this.parameters = parameters;
        this.findings = findings;
    }

    ArrayNode rules(ArrayNode rules) {
        return new ArrayNode(
                rules.elements().stream()
                        .map(rule -> rule instanceof ObjectNode object ? rule(object) : rule)
                        .collect(ImmutableList.toImmutableList()),
                rules.span());
    }

    private ObjectNode rule(ObjectNode rule) {
        ImmutableList.Builder<ObjectNode.Member> members = ImmutableList.builder();
        for (ObjectNode.Member member : rule.members()) {
            Node value = member.value();
            Node left = member.key().equals("unless") && value instanceof ArrayNode entries
                    ? new ArrayNode(matching(entries), entries.span())
                    : needed(value, member.key());
            members.add(new ObjectNode.Member(member.key(), member.keySpan(), left));
        }
        return new ObjectNode(members.build(), rule.span());
    }

    /** What is left of a part that something has to be left of. */
    private Node needed(Node node, String key) {
        Optional<Node> left = matching(node, key);
        if (left.isEmpty()) {
            findings.add(
                    IntentFindings.EMPTY_LIST,
                    lastEmpty.orElse(node).span(),
                    "the list is empty, and `" + key + "` of a rule of the guardrail rests on it",
                    "name at least one, or leave the parameter out");
        }
        return left.orElse(node);
    }

    /** The part without what matches nothing; empty if nothing matches the part. */
    private Optional<Node> matching(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return isEmpty(scalar) ? Optional.empty() : Optional.of(node);
        }
        if (node instanceof ArrayNode array) {
            ImmutableList<Node> left = matching(array);
            boolean lost = left.size() < array.elements().size();
            return lost && (left.isEmpty() || key.equals("all"))
                    ? Optional.empty()
                    : Optional.of(new ArrayNode(left, array.span()));
        }
        return node instanceof ObjectNode object ? all(object) : Optional.of(node);
    }

    private ImmutableList<Node> matching(ArrayNode array) {
        return array.elements().stream()
                .flatMap(element -> matching(element, "any").stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** All members have to match. */
    private Optional<Node> all(ObjectNode object) {
        List<ObjectNode.Member> members = new ArrayList<>();
        for (ObjectNode.Member member : object.members()) {
            Optional<Node> value = member.key().equals("not")
                    ? Optional.of(needed(member.value(), "not"))
                    : matching(member.value(), member.key());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            members.add(new ObjectNode.Member(member.key(), member.keySpan(), value.get()));
        }
        return Optional.of(new ObjectNode(ImmutableList.copyOf(members), object.span()));
    }

    private boolean isEmpty(ScalarNode scalar) {
        Optional<Node> list = Substitution.wholeUse(scalar).flatMap(name -> Optional.ofNullable(parameters.get(name)));
        if (list.isPresent()
                && list.get() instanceof ArrayNode array
                && array.elements().isEmpty()) {
            lastEmpty = Optional.of(array);
            return true;
        }
        return false;
    }
}
