package io.policyc.node;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes an object apart key by key and reports what is left over: the keys that nobody asked for, with what was meant.
 */
public final class Fields {
    private final ObjectNode object;
    private final Findings findings;
    private final FindingId wrongType;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param wrongType the finding for a value that is not of the type that the key wants */
    public Fields(ObjectNode object, Findings findings, FindingId wrongType) {
        this.object = object;
        this.findings = findings;
        this.wrongType = wrongType;
    }

    public SourceSpan span() {
        return object.span();
    }

    /** The value of a key, whatever its type. */
    public Optional<Node> node(String key) {
        asked.add(key);
        return object.get(key);
    }

    /** The place of a key, if it is there. */
    public Optional<SourceSpan> keySpan(String key) {
        asked.add(key);
        return object.member(key).map(ObjectNode.Member::keySpan);
    }

    /** A scalar that is not null. */
    public Optional<ScalarNode> scalar(String key) {
        return node(key).flatMap(node -> scalar(node, Printable.quoted(key)));
    }

    public Optional<ObjectNode> object(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof ObjectNode found) {
            return Optional.of(found);
        }
        node.ifPresent(other -> wrong(Printable.quoted(key) + " must be an object, not " + other.kind(), other.span()));
        return Optional.empty();
    }

    public Optional<ArrayNode> array(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof ArrayNode found) {
            return Optional.of(found);
        }
        node.ifPresent(other -> wrong(Printable.quoted(key) + " must be a list, not " + other.kind(), other.span()));
        return Optional.empty();
    }

    /** One scalar or a list of them, as a list; empty if the key is not there. Null and nesting are reported. */
    public List<ScalarNode> scalars(String key) {
        return node(key).map(node -> scalars(node, Printable.quoted(key))).orElse(List.of());
    }

    /** One scalar or a list of them, under the name that a message shall use. */
    public List<ScalarNode> scalars(Node node, String what) {
        ImmutableList<Node> elements = node instanceof ArrayNode array ? array.elements() : ImmutableList.of(node);
        List<ScalarNode> scalars = new ArrayList<>();
        for (Node element : elements) {
            scalar(element, what).ifPresent(scalars::add);
        }
        return scalars;
    }

    private Optional<ScalarNode> scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.isNull()) {
            return Optional.of(scalar);
        }
        wrong(what + " must be text, not " + node.kind(), node.span());
        return Optional.empty();
    }

    /** Reports each key that nobody asked for. */
    public void reportUnknown(FindingId unknown, String what) {
        reportUnknown(unknown, what, ImmutableSet.of());
    }

    /** Reports each key that nobody asked for, but for those that were reported otherwise. */
    public void reportUnknown(FindingId unknown, String what, Set<String> reported) {
        for (ObjectNode.Member member : object.members()) {
            if (!asked.contains(member.key()) && !reported.contains(member.key())) {
                findings.add(
                        unknown,
                        member.keySpan(),
                        "unknown " + what + " " + Printable.quoted(member.key()),
                        Suggestions.help(member.key(), asked));
            }
        }
    }

    private void wrong(String message, SourceSpan span) {
        findings.add(wrongType, span, message);
    }
}
