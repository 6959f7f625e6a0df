package io.policyc.workflow;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import java.util.Optional;

/** Parts of a workflow that must be of one shape, for steps are in them. What else is wrong GitHub says itself. */
final class Shapes {
    private Shapes() {}

    static Optional<ObjectNode> object(Node node, String what, Findings findings) {
        if (node instanceof ObjectNode object) {
            return Optional.of(object);
        }
        findings.add(WorkflowFindings.WRONG_TYPE, node.span(), what + " must be an object, not " + node.kind());
        return Optional.empty();
    }

    /** The elements of a list; none if it is not there. */
    static ImmutableList<Node> list(ObjectNode object, String key, Findings findings) {
        Optional<Node> node = object.get(key);
        if (node.isPresent() && node.get() instanceof ArrayNode list) {
            return list.elements();
        }
        node.ifPresent(other -> findings.add(
                WorkflowFindings.WRONG_TYPE, other.span(), "`" + key + "` must be a list, not " + other.kind()));
        return ImmutableList.of();
    }
}
