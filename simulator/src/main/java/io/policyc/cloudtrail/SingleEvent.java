package io.policyc.cloudtrail;

import io.policyc.evidence.EvidenceFindings;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import java.util.Optional;

/** Finds the one event of a text: alone, or in the list that CloudTrail's own files have under {@code Records}. */
final class SingleEvent {
    private static final String RECORDS = "Records";

    private SingleEvent() {}

    static Optional<ObjectNode> of(Node root, Findings findings) {
        Node node = root;
        if (root instanceof ObjectNode file && file.get(RECORDS).isPresent()) {
            node = file.get(RECORDS).get();
        }
        if (node instanceof ArrayNode list) {
            if (list.elements().size() != 1) {
                findings.add(
                        EvidenceFindings.SEVERAL_EVENTS,
                        list.span(),
                        "there are " + list.elements().size() + " events; one request is explained at a time",
                        "give one event, for example `jq '.Records[0]' FILE | policyc explain --event -`");
                return Optional.empty();
            }
            node = list.elements().get(0);
        }
        if (node instanceof ObjectNode event) {
            return Optional.of(event);
        }
        findings.add(EvidenceFindings.WRONG_TYPE, node.span(), "an event is an object, not " + node.kind());
        return Optional.empty();
    }
}
