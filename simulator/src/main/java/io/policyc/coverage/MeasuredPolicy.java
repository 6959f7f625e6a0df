package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import java.util.stream.IntStream;

/** A policy as its author wrote it, as a list of what tests can exercise. Compared by identity. */
public final class MeasuredPolicy {
    private final String name;
    private final ImmutableList<MeasuredStatement> statements;

    /**
     * A policy.
     *
     * @param name how users know it
     */
    public MeasuredPolicy(String name, Iterable<MeasuredStatement> statements) {
        this.name = name;
        this.statements = ImmutableList.copyOf(statements);
    }

    /** A document that was written by hand: its statements and their conditions. */
    public static MeasuredPolicy of(LocatedPolicy policy) {
        PolicyDocument document = policy.document();
        return new MeasuredPolicy(
                policy.name(),
                IntStream.range(0, document.statements().size())
                        .mapToObj(index -> MeasuredStatement.of(policy, index))
                        .collect(ImmutableList.toImmutableList()));
    }

    public String name() {
        return name;
    }

    public ImmutableList<MeasuredStatement> statements() {
        return statements;
    }
}
