package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What the documents have around their statements, and how they are written.
 *
 * @param compact whether a condition's only value is written without brackets
 */
record Frame(Optional<PolicyVersion> version, Optional<String> id, boolean compact) {
    private static final Statement SMALL =
            LocatedPolicy.FULL_AWS_ACCESS.document().statements().get(0);

    static Frame of(PolicyDocument document) {
        return new Frame(document.version(), document.id(), false);
    }

    PolicyVersion effectiveVersion() {
        return version.orElse(PolicyVersion.V2008_10_17);
    }

    String text(PolicyDocument document) {
        return compact ? PolicyWriter.compact(document) : PolicyWriter.minified(document);
    }

    PolicyDocument document(Iterable<Statement> statements) {
        return new PolicyDocument(version, id, ImmutableList.copyOf(statements));
    }

    /** What a statement adds to a document, without the comma before it. */
    int size(Statement statement) {
        return counted(ImmutableList.of(statement)) - overhead();
    }

    /** What a document has beside its statements and the commas between them. */
    int overhead() {
        int one = counted(ImmutableList.of(SMALL));
        int two = counted(ImmutableList.of(SMALL, SMALL));
        return one - (two - one - 1);
    }

    /** The size of one document with all of the statements. */
    int total(List<Traced> statements) {
        return counted(statements.stream().map(Traced::statement).collect(ImmutableList.toImmutableList()));
    }

    private int counted(ImmutableList<Statement> statements) {
        return PolicySize.of(text(document(statements))).counted();
    }
}
