package io.policyc.compiler;

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
