package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.Optional;

/** Takes the objects of a recording apart, with its findings. */
final class RecordedFields {
    private final Findings findings;

    RecordedFields(Findings findings) {
        this.findings = findings;
    }

    Fields fields(ObjectNode object) {
        return new Fields(object, findings, RecordingFindings.WRONG_TYPE);
    }

    Optional<Fields> of(Node node, String what) {
        if (node instanceof ObjectNode object) {
            return Optional.of(fields(object));
        }
        findings.add(RecordingFindings.WRONG_TYPE, node.span(), what + " is an object, not " + node.kind());
        return Optional.empty();
    }

    Optional<ScalarNode> required(Fields object, String key) {
        if (object.node(key).isEmpty()) {
            missing(object, key);
        }
        return object.scalar(key);
    }

    Optional<Fields> requiredObject(Fields object, String key) {
        if (object.node(key).isEmpty()) {
            missing(object, key);
        }
        return object.object(key).map(this::fields);
    }

    ImmutableList<Node> requiredList(Fields object, String key) {
        if (object.node(key).isEmpty()) {
            missing(object, key);
        }
        return list(object, key);
    }

    /** The elements of a list; none if there is no list. */
    ImmutableList<Node> list(Fields object, String key) {
        return object.array(key).map(ArrayNode::elements).orElse(ImmutableList.of());
    }

    /** A list of texts. */
    ImmutableList<String> texts(Fields object, String key) {
        return object.array(key).map(array -> texts(object, array, key)).orElse(ImmutableList.of());
    }

    ImmutableList<String> texts(Fields object, Node list, String key) {
        return object.scalars(list, "`" + key + "`").stream()
                .map(ScalarNode::text)
                .collect(ImmutableList.toImmutableList());
    }

    Optional<String> text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        findings.add(RecordingFindings.WRONG_TYPE, node.span(), what + " is text, not " + node.kind());
        return Optional.empty();
    }

    Optional<Boolean> truth(ScalarNode node) {
        if (node.type() == ScalarNode.Type.BOOLEAN) {
            return Optional.of(node.text().equals("true"));
        }
        invalid(node, "neither true nor false");
        return Optional.empty();
    }

    void invalid(ScalarNode node, String why) {
        findings.add(RecordingFindings.INVALID_VALUE, node.span(), Printable.quoted(node.text()) + " is " + why);
    }

    void missing(Fields object, String key) {
        findings.add(RecordingFindings.MISSING_KEY, object.span(), "`" + key + "` is missing");
    }

    void end(Fields object, String what) {
        object.reportUnknown(RecordingFindings.UNKNOWN_KEY, what);
    }
}
