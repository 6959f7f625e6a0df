package io.policyc.simulator;

import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement that decided, and where it stands.
 *
 * @param stage what its policy is put together with
 * @param index of the statement in the policy, from 0
 */
public record DecidingStatement(Stage stage, LocatedPolicy policy, int index) {
    /** The same stage, name of policy and index: comparing whole documents would cost more than deciding. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DecidingStatement statement
                && statement.index == index
                && statement.stage.equals(stage)
                && statement.policy.name().equals(policy.name());
    }

    @Override
    public int hashCode() {
        return Objects.hash(stage.name(), policy.name(), index);
    }

    public PolicyType type() {
        return stage.type();
    }

    /** The name of the root, unit or account that an SCP is attached to; for other types what they are. */
    public String level() {
        return stage.name();
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
