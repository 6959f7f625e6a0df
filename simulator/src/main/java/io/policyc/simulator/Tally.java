package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.policyc.policy.ConditionKey;
import io.policyc.simulator.Planner.PlannedLevel;
import io.policyc.simulator.Planner.PlannedPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the verdicts of statements together to a decision: a Deny anywhere wins; otherwise every level needs an Allow.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 */
final class Tally {
    private final Facts facts;
    private final List<DecidingStatement> denies = new ArrayList<>(0);
    private final List<DecidingStatement> allows = new ArrayList<>(2);
    private final List<PlannedStatement> perhapsDenies = new ArrayList<>(0);
    private final List<PlannedStatement> perhapsAllows = new ArrayList<>(0);
    private final List<String> withoutAllow = new ArrayList<>(0);
    private boolean perhapsWithoutAllow;

    private Tally(Facts facts) {
        this.facts = facts;
    }

    /** How the verdict on a statement is come by: plainly, or noting down each part. */
    interface Verdicts {
        Truth of(PlannedLevel level, PlannedPolicy policy, PlannedStatement statement);
    }

    static Decision decide(ImmutableList<PlannedLevel> path, Facts facts, Verdicts verdicts) {
        Tally tally = new Tally(facts);
        for (PlannedLevel level : path) {
            tally.count(level, verdicts);
        }
        return tally.decision();
    }

    private void count(PlannedLevel level, Verdicts verdicts) {
        boolean allowed = false;
        List<PlannedStatement> perhaps = new ArrayList<>(0);
        for (PlannedPolicy policy : level.policies()) {
            for (int i = 0; i < policy.statements().size(); i++) {
                PlannedStatement statement = policy.statements().get(i);
                Truth truth = verdicts.of(level, policy, statement);
                if (truth == Truth.TRUE) {
                    allowed |= !statement.denies();
                    (statement.denies() ? denies : allows).add(new DecidingStatement(level.name(), policy.policy(), i));
                } else if (truth == Truth.UNKNOWN) {
                    (statement.denies() ? perhapsDenies : perhaps).add(statement);
                }
            }
        }
        if (!allowed && perhaps.isEmpty()) {
            withoutAllow.add(level.name());
        } else if (!allowed) {
            perhapsWithoutAllow = true;
            perhapsAllows.addAll(perhaps);
        }
    }

    private Decision decision() {
        EnumSet<Outcome> possible = possible();
        boolean determined = possible.size() == 1;
        Outcome outcome = possible.iterator().next();
        ImmutableList<DecidingStatement> deciding = ImmutableList.of();
        if (determined && outcome == Outcome.EXPLICIT_DENY) {
            deciding = ImmutableList.copyOf(denies);
        } else if (determined && outcome == Outcome.ALLOWED) {
            deciding = ImmutableList.copyOf(allows);
        }
        return new Decision(
                Sets.immutableEnumSet(possible),
                Decision.Basis.ORGANIZATION,
                deciding,
                ImmutableList.copyOf(withoutAllow),
                determined ? ImmutableSet.of() : unknownKeys(),
                Optional.empty());
    }

    private EnumSet<Outcome> possible() {
        if (!denies.isEmpty()) {
            return EnumSet.of(Outcome.EXPLICIT_DENY);
        }
        EnumSet<Outcome> possible = EnumSet.noneOf(Outcome.class);
        if (!perhapsDenies.isEmpty()) {
            possible.add(Outcome.EXPLICIT_DENY);
        }
        if (!withoutAllow.isEmpty()) {
            possible.add(Outcome.IMPLICIT_DENY);
            return possible;
        }
        if (perhapsWithoutAllow) {
            possible.add(Outcome.IMPLICIT_DENY);
        }
        possible.add(Outcome.ALLOWED);
        return possible;
    }

    private ImmutableSet<ConditionKey> unknownKeys() {
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        perhapsDenies.forEach(statement -> keys.addAll(statement.unknownKeys(facts)));
        if (withoutAllow.isEmpty()) {
            perhapsAllows.forEach(statement -> keys.addAll(statement.unknownKeys(facts)));
        }
        return keys.build();
    }

    /**
     * The decision on a call from those on its resources: the most restrictive one, explicit deny before implicit deny
     * before allowed.
     */
    static Decision combine(List<Decision> decisions) {
        if (decisions.size() == 1) {
            return decisions.get(0);
        }
        EnumSet<Outcome> possible = EnumSet.of(Outcome.ALLOWED);
        for (Decision decision : decisions) {
            EnumSet<Outcome> next = EnumSet.noneOf(Outcome.class);
            for (Outcome one : possible) {
                decision.possible().forEach(other -> next.add(worse(one, other)));
            }
            possible = next;
        }
        boolean determined = possible.size() == 1;
        Outcome outcome = possible.iterator().next();
        Set<DecidingStatement> deciding = new LinkedHashSet<>();
        Set<String> levels = new LinkedHashSet<>();
        Set<ConditionKey> unknown = new LinkedHashSet<>();
        for (Decision decision : decisions) {
            if (determined && decision.outcome() == outcome) {
                deciding.addAll(decision.deciding());
            }
            levels.addAll(decision.levelsWithoutAllow());
            unknown.addAll(decision.unknownKeys());
        }
        return new Decision(
                Sets.immutableEnumSet(possible),
                Decision.Basis.ORGANIZATION,
                ImmutableList.copyOf(deciding),
                ImmutableList.copyOf(levels),
                determined ? ImmutableSet.of() : ImmutableSet.copyOf(unknown),
                Optional.empty());
    }

    private static Outcome worse(Outcome one, Outcome other) {
        if (one == Outcome.EXPLICIT_DENY || other == Outcome.EXPLICIT_DENY) {
            return Outcome.EXPLICIT_DENY;
        }
        return one == Outcome.IMPLICIT_DENY || other == Outcome.IMPLICIT_DENY ? Outcome.IMPLICIT_DENY : Outcome.ALLOWED;
    }
}
