package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.organization.PolicyReferences;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;

/** Reads {@code policies:}: names, paths of SCP documents, or the documents themselves. */
public final class PolicyListReader {
    private PolicyListReader() {}

    /** The policies; what is wrong with one is reported, and it is left out. */
    public static ImmutableList<LocatedPolicy> read(Node node, PolicyResolver resolver, Findings findings) {
        PolicyReferences references = new PolicyReferences(resolver, findings, TestFindings.UNKNOWN_POLICY);
        ImmutableList<Node> elements = node instanceof ArrayNode array ? array.elements() : ImmutableList.of(node);
        ImmutableList.Builder<LocatedPolicy> policies = ImmutableList.builder();
        int inline = 0;
        for (Node element : elements) {
            if (element instanceof ScalarNode reference && !reference.isNull()) {
                references.resolve(reference).ifPresent(policies::addAll);
            } else if (element instanceof ObjectNode) {
                inline++;
                findings.take(PolicyReader.read("inline-" + inline, element, PolicyType.SERVICE_CONTROL_POLICY))
                        .ifPresent(policies::add);
            } else {
                findings.add(
                        TestFindings.WRONG_TYPE,
                        element.span(),
                        "a policy is a name, the path of a .json file or a policy document, not " + element.kind());
            }
        }
        return policies.build();
    }
}
