package io.policyc.evidence;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * An object that AWS wrote: null and the empty text say nothing, and keys that are not asked for are no mistake.
 */
public final class EvidenceObject {
    private final Fields fields;
    private final Findings findings;

    public EvidenceObject(ObjectNode object, Findings findings) {
        ImmutableList<ObjectNode.Member> said = object.members().stream()
                .filter(member -> !(member.value() instanceof ScalarNode scalar && saysNothing(scalar)))
                .collect(ImmutableList.toImmutableList());
        this.fields = new Fields(new ObjectNode(said, object.span()), findings, EvidenceFindings.WRONG_TYPE);
        this.findings = findings;
    }

    public SourceSpan span() {
        return fields.span();
    }

    /** A text that is not empty. */
    public Optional<ScalarNode> text(String key) {
        return fields.scalar(key);
    }

    /** The id of an account. */
    public Optional<ScalarNode> account(String key) {
        return text(key).filter(node -> Arn.isAccountId(node.text()));
    }

    public Optional<EvidenceObject> object(String key) {
        return fields.object(key).map(object -> new EvidenceObject(object, findings));
    }

    /** The objects of a list; empty if the key is not there. */
    public ImmutableList<EvidenceObject> objects(String key) {
        ImmutableList.Builder<EvidenceObject> objects = ImmutableList.builder();
        for (Node node : fields.array(key).map(ArrayNode::elements).orElse(ImmutableList.of())) {
            if (node instanceof ObjectNode object) {
                objects.add(new EvidenceObject(object, findings));
            } else {
                findings.add(
                        EvidenceFindings.WRONG_TYPE,
                        node.span(),
                        "`" + key + "` is a list of objects, not " + node.kind());
            }
        }
        return objects.build();
    }

    private static boolean saysNothing(ScalarNode node) {
        return node.isNull() || node.text().isEmpty();
    }
}
