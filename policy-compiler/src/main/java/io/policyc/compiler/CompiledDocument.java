package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.packing.Packed;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyWriter;

/**
 * One SCP document that an intent was compiled to.
 *
 * @param policy the document under its own name; its places point into the intent's text
 * @param minified the text that AWS is given
 */
public record CompiledDocument(LocatedPolicy policy, String minified) {

    static CompiledDocument of(LocatedPolicy policy) {
        return new CompiledDocument(policy, PolicyWriter.minified(policy.document()));
    }

    /** Documents as packing leaves them. */
    public static ImmutableList<CompiledDocument> of(Packed packed) {
        return packed.documents().stream()
                .map(document -> new CompiledDocument(document.policy(), document.text()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The name of the document, and of its files. */
    public String name() {
        return policy.name();
    }

    /** The text for review. */
    public String pretty() {
        return PolicyWriter.pretty(policy.document());
    }

    /** The size of {@link #minified()}, as it counts against the limit. */
    public PolicySize size() {
        return PolicySize.of(minified);
    }
}
