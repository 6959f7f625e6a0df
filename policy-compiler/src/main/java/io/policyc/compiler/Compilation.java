package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.intent.Intent;
import io.policyc.packing.Packed.PassSizes;
import io.policyc.policy.LocatedPolicy;

/**
 * An intent compiled to SCP documents.
 *
 * @param documents at least one; together, attached to one node, they mean what the intent means
 * @param passes what packing did; none if the document was not too large as it was written
 */
public record Compilation(Intent intent, ImmutableList<CompiledDocument> documents, ImmutableList<PassSizes> passes) {

    public Compilation {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("no document for " + intent.name());
        }
    }

    static Compilation of(Intent intent, CompiledDocument document) {
        return new Compilation(intent, ImmutableList.of(document), ImmutableList.of());
    }

    public String name() {
        return intent.name();
    }

    /** The documents as policies to evaluate. */
    public ImmutableList<LocatedPolicy> policies() {
        return documents.stream().map(CompiledDocument::policy).collect(ImmutableList.toImmutableList());
    }
}
