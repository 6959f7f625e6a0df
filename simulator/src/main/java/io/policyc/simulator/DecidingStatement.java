package io.policyc.simulator;

import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement that decided, and where it stands.
 *
 * @param level the name of the root, unit or account that the policy is attached to
 * @param index of the statement in the policy, from 0
 */
public record DecidingStatement(String level, LocatedPolicy policy, int index) {
    /** The same level, name of policy and index: comparing whole documents would cost more than deciding. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DecidingStatement statement
                && statement.index == index
                && statement.level.equals(level)
                && statement.policy.name().equals(policy.name());
    }

    @Override
    public int hashCode() {
        return Objects.hash(level, policy.name(), index);
    }

    public Statement statement() {
        return policy.document().statements().get(index);
    }

    public Optional<Sid> sid() {
        return statement().sid();
    }

    public Optional<SourceSpan> place() {
        return policy.statementPlace(index);
    }

    /** The statement as people say it: {@code DenyKeys/Sid}, or {@code DenyKeys statement 2}. */
    public String label() {
        return sid().map(sid -> policy.name() + "/" + sid.text())
                .orElseGet(() -> policy.name() + " statement " + (index + 1));
    }
}
