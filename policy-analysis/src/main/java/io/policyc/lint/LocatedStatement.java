package io.policyc.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Printable;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.stream.IntStream;

/** A statement with the policy that it stands in. */
public final class LocatedStatement {
    private final LocatedPolicy policy;
    private final int index;
    private final ImmutableList<LocatedCondition> conditions;
    private final ImmutableSet<ConditionKey> askedForPresence;

    /** @param index 0-based */
    public LocatedStatement(LocatedPolicy policy, int index) {
        this.policy = policy;
        this.index = index;
        this.conditions = IntStream.range(0, statement().conditions().size())
                .mapToObj(condition -> new LocatedCondition(this, condition))
                .collect(ImmutableList.toImmutableList());
        this.askedForPresence = conditions.stream()
                .filter(condition -> condition.comparison() == Comparison.NULL)
                .map(LocatedCondition::key)
                .collect(ImmutableSet.toImmutableSet());
    }

    public Statement statement() {
        return policy.document().statements().get(index);
    }

    PolicyVersion version() {
        return policy.document().effectiveVersion();
    }

    public boolean denies() {
        return statement().effect() == Effect.DENY;
    }

    public ImmutableList<LocatedCondition> conditions() {
        return conditions;
    }

    /** Whether a Null condition asks if the key is there. */
    public boolean asksForPresence(ConditionKey key) {
        return askedForPresence.contains(key);
    }

    Optional<SourceSpan> conditionPlace(int condition) {
        return policy.conditionPlace(index, condition);
    }

    /** A finding about the statement as a whole. */
    public Finding finding(FindingId id, String message, String help) {
        return finding(id, policy.statementPlace(index), message, help);
    }

    /** A finding at a place, or, in a policy that comes from no text, one that names policy and statement. */
    public Finding finding(FindingId id, Optional<SourceSpan> place, String message, String help) {
        return place.map(span -> Finding.of(id, span, message))
                .orElseGet(() -> Finding.withoutPlace(id, name() + ": " + message))
                .withHelp(help);
    }

    private String name() {
        String sid = statement()
                .sid()
                .map(Sid::text)
                .map(text -> " (" + Printable.quoted(text) + ")")
                .orElse("");
        return Printable.quoted(policy.name()) + " statement " + (index + 1) + sid;
    }
}
