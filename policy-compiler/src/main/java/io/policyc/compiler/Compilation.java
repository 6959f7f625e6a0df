package io.policyc.compiler;

import io.policyc.intent.Intent;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyWriter;

/**
 * An intent compiled to an SCP document.
 *
 * @param policy the document; its places point into the intent's text
 */
public record Compilation(Intent intent, LocatedPolicy policy) {

    /** The text that AWS is given. */
    public String minified() {
        return PolicyWriter.minified(policy.document());
    }

    /** The text for review. */
    public String pretty() {
        return PolicyWriter.pretty(policy.document());
    }

    /** The size of {@link #minified()}, as it counts against the limit. */
    public PolicySize size() {
        return PolicySize.of(minified());
    }
}
