package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A policy document. Two documents are equal when they say the same in the same order; white space, one-or-list shape and
 * JSON's types of scalars are no part of that.
 *
 * @param version as written; a document without one is read as {@link PolicyVersion#V2008_10_17}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar</a>
 */
public record PolicyDocument(
        Optional<PolicyVersion> version, Optional<String> id, ImmutableList<Statement> statements) {

    public PolicyDocument {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a policy needs at least one statement");
        }
    }

    /** A document of the current version without an Id. */
    public static PolicyDocument of(Iterable<Statement> statements) {
        return new PolicyDocument(
                Optional.of(PolicyVersion.V2012_10_17), Optional.empty(), ImmutableList.copyOf(statements));
    }

    /** The version by which AWS reads the document. */
    public PolicyVersion effectiveVersion() {
        return version.orElse(PolicyVersion.V2008_10_17);
    }
}
