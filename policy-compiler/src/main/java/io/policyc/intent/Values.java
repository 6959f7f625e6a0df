package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values that {@code ((name))} stands for: scalars and lists of them. */
record Values(ImmutableMap<String, Value> byName) implements Substitution.Source {
    static final Values NONE = new Values(ImmutableMap.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /**
     * A value as it is defined.
     *
     * @param node empty if what is written cannot be a value, which has been reported
     */
    record Value(Optional<Node> node, SourceSpan place) {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** These values, and over them those that a map defines. */
    Values with(ObjectNode defined, Findings findings) {
        Map<String, Value> all = new LinkedHashMap<>(byName);
        for (ObjectNode.Member member : defined.members()) {
            checkName(member, "value", findings);
            all.put(member.key(), new Value(read(member, findings), member.keySpan()));
        }
        return new Values(ImmutableMap.copyOf(all));
    }

    static void checkName(ObjectNode.Member member, String what, Findings findings) {
        if (!isName(member.key())) {
            findings.add(
                    IntentFindings.INVALID_NAME,
                    member.keySpan(),
                    "name of a " + what + " " + Printable.quoted(member.key()) + " may only hold A-Z a-z 0-9 _ -",
                    "it starts with a letter");
        }
    }

    private static Optional<Node> read(ObjectNode.Member member, Findings findings) {
        Node node = member.value();
        boolean plain = true;
        for (Node one : node instanceof ArrayNode array ? array.elements() : ImmutableList.of(node)) {
            if (!(one instanceof ScalarNode scalar) || (scalar.isNull() && node instanceof ArrayNode)) {
                findings.add(
                        IntentFindings.WRONG_TYPE,
                        one.span(),
                        "value " + Printable.quoted(member.key()) + " is one text or a list of them, and this is "
                                + one.kind());
                plain = false;
            } else if (scalar.text().contains("((")) {
                findings.add(
                        IntentFindings.NESTED_VALUE,
                        one.span(),
                        "value " + Printable.quoted(member.key()) + " holds a `((`, and values do not nest",
                        "write the other value out");
                plain = false;
            }
        }
        return plain ? Optional.of(node) : Optional.empty();
    }

    @Override
    public Optional<Node> value(String name, SourceSpan use, Findings findings) {
        Value value = byName.get(name);
        if (value == null) {
            findings.add(
                    IntentFindings.UNKNOWN_VALUE,
                    use,
                    "unknown value " + Printable.quoted("((" + name + "))"),
                    Suggestions.nearest(name, byName.keySet(), findings)
                            .map(near -> "did you mean `((" + near + "))`?")
                            .orElse("define it under `values:`, in policyc.yaml or in the intent"));
            return Optional.empty();
        }
        if (value.node().isPresent() && value.node().get() instanceof ScalarNode scalar && scalar.isNull()) {
            findings.add(
                    IntentFindings.MISSING_VALUE,
                    use,
                    "value `" + name + "` has no value yet",
                    "fill it in at " + value.place());
            return Optional.empty();
        }
        return value.node().map(node -> at(use, node));
    }

    /** The value with the place of its use, where findings about it belong. */
    static Node at(SourceSpan use, Node node) {
        if (node instanceof ScalarNode scalar) {
            return new ScalarNode(scalar.type(), scalar.text(), use);
        }
        if (node instanceof ArrayNode array) {
            return new ArrayNode(
                    array.elements().stream().map(one -> at(use, one)).collect(ImmutableList.toImmutableList()), use);
        }
        ObjectNode object = (ObjectNode) node;
        return new ObjectNode(
                object.members().stream()
                        .map(member -> new ObjectNode.Member(member.key(), use, at(use, member.value())))
                        .collect(ImmutableList.toImmutableList()),
                use);
    }
}
