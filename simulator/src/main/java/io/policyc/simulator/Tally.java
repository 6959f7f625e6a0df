package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.policyc.policy.ConditionKey;
import io.policyc.simulator.ActionIndex.PlacedStatement;
import io.policyc.simulator.Planner.PlannedStage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the verdicts of statements together to a decision: a Deny anywhere wins; otherwise every level of SCPs needs an
 * Allow, and what grants has its own rules, see {@link Grant}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     How AWS evaluates requests</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 */
final class Tally {
    private final Applied applied;
    private final Facts facts;
    private final Verdicts verdicts;
    private final List<DecidingStatement> denies = new ArrayList<>(0);
    private final List<DecidingStatement> allows = new ArrayList<>(2);
    private final List<PlannedStatement> perhapsDenies = new ArrayList<>(0);
    private final List<PlannedStatement> perhapsAllows = new ArrayList<>(0);
    private final Set<ConditionKey> keysOfDenies = new LinkedHashSet<>(0);
    private final Set<ConditionKey> keysOfGrant = new LinkedHashSet<>(0);
    private final List<Stage> withoutAllow = new ArrayList<>(0);

    private Tally(Applied applied, Facts facts, Verdicts verdicts) {
        this.applied = applied;
        this.facts = facts;
        this.verdicts = verdicts;
    }

    /** How the verdict on a statement is come by: plainly, or noting down each part. */
    interface Verdicts {
        Truth of(PlannedStatement statement);
    }

    static Decision decide(Applied applied, Facts facts, Verdicts verdicts) {
        return new Tally(applied, facts, verdicts).decide();
    }

    Facts facts() {
        return facts;
    }

    private Decision decide() {
        Truth granted = Truth.TRUE;
        for (PlannedStage level : applied.scps()) {
            granted = granted.and(required(level));
        }
        if (applied.rcps().isPresent()) {
            countDenies(applied.rcps().get(), applied.rcpsBind());
        }
        if (applied.access().isPresent()) {
            granted = granted.and(new Grant(this, applied.access().get()).granted());
        }
        return decision(granted);
    }

    /** Whether a stage allows the request; where it does not, that is a reason for an implicit deny. */
    Truth required(PlannedStage stage) {
        Truth allowed = count(stage);
        if (allowed == Truth.FALSE) {
            missing(stage.stage());
        }
        return allowed;
    }

    /** Notes that nothing of a stage allows the request although something would have to. */
    void missing(Stage stage) {
        withoutAllow.add(stage);
    }

    /** Notes a key that what is granted depends on though no statement asks for it. */
    void grantDependsOn(ConditionKey key) {
        keysOfGrant.add(key);
    }

    /** Whether some statement of the stage allows the request. */
    Truth count(PlannedStage stage) {
        Truth allowed = Truth.FALSE;
        int open = perhapsAllows.size();
        for (PlacedStatement placed : stage.statements().about(facts.service())) {
            Truth truth = verdicts.of(placed.statement());
            if (truth != Truth.FALSE) {
                note(truth, placed);
                allowed = placed.statement().denies() ? allowed : allowed.or(truth);
            }
        }
        if (allowed == Truth.TRUE) {
            // What might allow besides changes nothing any more.
            perhapsAllows.subList(open, perhapsAllows.size()).clear();
        }
        return allowed;
    }

    /** How the Allow statements of a resource policy name the caller. */
    Naming countNaming(PlannedStage stage) {
        Naming naming = Naming.NONE;
        for (PlacedStatement placed : stage.statements().about(facts.service())) {
            PlannedStatement statement = placed.statement();
            Truth truth = verdicts.of(statement);
            if (truth != Truth.FALSE) {
                note(truth, placed);
            }
            if (truth != Truth.FALSE && !statement.denies()) {
                Naming one = statement.naming(facts);
                naming = naming.or(one);
                if (truth == Truth.TRUE && one.isPartlyUnknown()) {
                    perhapsAllows.add(statement);
                }
            }
        }
        return naming;
    }

    private void countDenies(PlannedStage stage, Truth bound) {
        for (PlacedStatement placed : stage.statements().about(facts.service())) {
            PlannedStatement statement = placed.statement();
            Truth truth = statement.denies() ? verdicts.of(statement).and(bound) : Truth.FALSE;
            note(truth, placed);
            if (truth == Truth.UNKNOWN && bound == Truth.UNKNOWN) {
                keysOfDenies.add(facts.ownerKey());
            }
        }
    }

    private void note(Truth truth, PlacedStatement placed) {
        PlannedStatement statement = placed.statement();
        if (truth == Truth.TRUE) {
            (statement.denies() ? denies : allows).add(placed.place());
        } else if (truth == Truth.UNKNOWN) {
            (statement.denies() ? perhapsDenies : perhapsAllows).add(statement);
        }
    }

    private Decision decision(Truth granted) {
        EnumSet<Outcome> possible = possible(granted);
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
                applied.basis(),
                deciding,
                granted == Truth.FALSE ? ImmutableList.copyOf(withoutAllow) : ImmutableList.of(),
                determined ? ImmutableSet.of() : unknownKeys(granted),
                applied.exemption());
    }

    private EnumSet<Outcome> possible(Truth granted) {
        if (!denies.isEmpty()) {
            return EnumSet.of(Outcome.EXPLICIT_DENY);
        }
        EnumSet<Outcome> possible = EnumSet.noneOf(Outcome.class);
        if (!perhapsDenies.isEmpty()) {
            possible.add(Outcome.EXPLICIT_DENY);
        }
        if (granted != Truth.TRUE) {
            possible.add(Outcome.IMPLICIT_DENY);
        }
        if (granted != Truth.FALSE) {
            possible.add(Outcome.ALLOWED);
        }
        return possible;
    }

    private ImmutableSet<ConditionKey> unknownKeys(Truth granted) {
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        perhapsDenies.forEach(statement -> keys.addAll(statement.unknownKeys(facts)));
        if (granted == Truth.UNKNOWN) {
            perhapsAllows.forEach(statement -> keys.addAll(statement.unknownKeys(facts)));
            keys.addAll(keysOfGrant);
        }
        return keys.addAll(keysOfDenies).build();
    }

    /**
     * The decision on a call from those on its resources: the most restrictive one, explicit deny before implicit deny
     * before allowed.
     */
    static Decision combine(List<Decision> decisions) {
        Decision first = decisions.get(0);
        if (decisions.size() == 1) {
            return first;
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
        Set<Stage> withoutAllow = new LinkedHashSet<>();
        Set<ConditionKey> unknown = new LinkedHashSet<>();
        for (Decision decision : decisions) {
            if (determined && decision.outcome() == outcome) {
                deciding.addAll(decision.deciding());
            }
            withoutAllow.addAll(decision.withoutAllow());
            unknown.addAll(decision.unknownKeys());
        }
        return new Decision(
                Sets.immutableEnumSet(possible),
                first.basis(),
                ImmutableList.copyOf(deciding),
                ImmutableList.copyOf(withoutAllow),
                determined ? ImmutableSet.of() : ImmutableSet.copyOf(unknown),
                first.exemption());
    }

    private static Outcome worse(Outcome one, Outcome other) {
        if (one == Outcome.EXPLICIT_DENY || other == Outcome.EXPLICIT_DENY) {
            return Outcome.EXPLICIT_DENY;
        }
        return one == Outcome.IMPLICIT_DENY || other == Outcome.IMPLICIT_DENY ? Outcome.IMPLICIT_DENY : Outcome.ALLOWED;
    }
}
