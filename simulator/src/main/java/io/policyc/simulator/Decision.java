package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.organization.Exemption;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * What becomes of a request, and why.
 *
 * @param possible the outcomes that remain, whatever the unknown keys turn out to be: one if the decision is determined
 * @param basis what was looked at
 * @param deciding the Deny statements that match, or for an allowed request the Allow statements; empty for an implicit
 *     deny, whose reason is that there is none
 * @param withoutAllow where nothing allows the request although something would have to
 * @param unknownKeys the keys that would settle an undetermined decision
 * @param exemption why SCPs do not bind the request at all
 */
public record Decision(
        ImmutableSet<Outcome> possible,
        Basis basis,
        ImmutableList<DecidingStatement> deciding,
        ImmutableList<Stage> withoutAllow,
        ImmutableSet<ConditionKey> unknownKeys,
        Optional<Exemption> exemption) {

    /** What an answer rests on. */
    public enum Basis {
        /** Policies of the organization only: "allowed" means "not stopped by them". */
        ORGANIZATION,
        /** Policies that grant as well. Types of policies that were not given count as not there. */
        ALL
    }

    public Outcome outcome() {
        return possible.size() == 1 ? possible.iterator().next() : Outcome.UNDETERMINED;
    }

    public boolean isDetermined() {
        return possible.size() == 1;
    }

    /** Whether the request is stopped, whatever the unknown keys turn out to be. */
    public boolean isDenied() {
        return !possible.contains(Outcome.ALLOWED);
    }

    /** The names of the levels at which no SCP allows the request, and of other types of policies of which none does. */
    public ImmutableList<String> levelsWithoutAllow() {
        return withoutAllow.stream().map(Stage::name).collect(ImmutableList.toImmutableList());
    }

    /** A call that no policy can deny. */
    static Decision cannotBeDenied(Basis basis) {
        return new Decision(
                ImmutableSet.of(Outcome.ALLOWED),
                basis,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableSet.of(),
                Optional.of(Exemption.CANNOT_BE_DENIED));
    }
}
