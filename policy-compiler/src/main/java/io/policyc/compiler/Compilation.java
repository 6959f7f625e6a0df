package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.intent.Intent;
import io.policyc.policy.LocatedPolicy;

/**
 * An intent compiled to SCP documents.
 *
 * @param documents at least one; together, attached to one node, they mean what the intent means
 */
public record Compilation(Intent intent, ImmutableList<CompiledDocument> documents) {

    public Compilation {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("no document for " + intent.name());
        }
    }

    public String name() {
        return intent.name();
    }

    /** The documents as policies to evaluate. */
    public ImmutableList<LocatedPolicy> policies() {
        return documents.stream().map(CompiledDocument::policy).collect(ImmutableList.toImmutableList());
    }
}
