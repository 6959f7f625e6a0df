package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.organization.Exemption;
import io.policyc.organization.Level;
import io.policyc.organization.Organization;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.Request;
import io.policyc.simulator.Explanation.LevelExplanation;
import io.policyc.simulator.Explanation.PolicyExplanation;
import io.policyc.simulator.Explanation.ResourceExplanation;
import io.policyc.simulator.Planner.PlannedLevel;
import io.policyc.simulator.Planner.PlannedPolicy;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides requests by the SCPs of an organization. Prepared once, evaluated as often as wanted, from any number of threads.
 *
 * <p>{@link Outcome#ALLOWED} means that no SCP stops the request. SCPs never grant: the principal still needs an identity
 * policy that allows it.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 */
public final class Simulator implements PolicyEvaluator {
    private final Optional<String> managementAccount;
    private final ImmutableMap<String, ImmutableList<PlannedLevel>> paths;
    private final Optional<ImmutableList<PlannedLevel>> everyPath;

    private Simulator(
            Optional<String> managementAccount,
            ImmutableMap<String, ImmutableList<PlannedLevel>> paths,
            Optional<ImmutableList<PlannedLevel>> everyPath) {
        this.managementAccount = managementAccount;
        this.paths = paths;
        this.everyPath = everyPath;
    }

    /** Prepares an organization as it is. Principals of accounts that it does not have are not bound by it. */
    public static Simulator prepare(Organization organization) {
        IdentityHashMap<LocatedPolicy, PlannedPolicy> planned = new IdentityHashMap<>();
        Map<String, ImmutableList<PlannedLevel>> paths = new HashMap<>();
        organization.accountPaths().forEach((account, levels) -> paths.put(account, plan(levels, planned)));
        return new Simulator(organization.managementAccount(), ImmutableMap.copyOf(paths), Optional.empty());
    }

    /** Prepares levels that hold for every account, root first: for trying policies out without an organization. */
    public static Simulator prepare(Iterable<Level> levels) {
        ImmutableList<PlannedLevel> path = plan(ImmutableList.copyOf(levels), new IdentityHashMap<>());
        return new Simulator(Optional.empty(), ImmutableMap.of(), Optional.of(path));
    }

    @Override
    public Decision evaluate(Request request) {
        Optional<Exemption> exemption = exemption(request);
        if (exemption.isPresent()) {
            return Decision.exempt(exemption.get());
        }
        ImmutableList<PlannedLevel> path = path(request);
        ImmutableList.Builder<Decision> decisions = ImmutableList.builderWithExpectedSize(1);
        for (Facts facts : Facts.of(request)) {
            decisions.add(Tally.decide(path, facts, (level, policy, statement) -> statement.matches(facts)));
        }
        return Tally.combine(decisions.build());
    }

    /** The decision that {@link #evaluate} gives, with the verdict of every part of every policy. */
    public Explanation explain(Request request) {
        Optional<Exemption> exemption = exemption(request);
        if (exemption.isPresent()) {
            return new Explanation(request, Decision.exempt(exemption.get()), ImmutableList.of());
        }
        ImmutableList<ResourceExplanation> resources = Facts.of(request).stream()
                .map(facts -> explain(request, facts))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Decision> decisions =
                resources.stream().map(ResourceExplanation::decision).collect(ImmutableList.toImmutableList());
        return new Explanation(request, Tally.combine(decisions), resources);
    }

    private ResourceExplanation explain(Request request, Facts facts) {
        IdentityHashMap<PlannedStatement, StatementExplanation> explained = new IdentityHashMap<>();
        Decision decision = Tally.decide(
                path(request),
                facts,
                (level, policy, statement) -> explained
                        .computeIfAbsent(statement, planned -> planned.explain(facts))
                        .truth());
        ImmutableList.Builder<LevelExplanation> levels = ImmutableList.builder();
        for (PlannedLevel level : path(request)) {
            ImmutableList.Builder<PolicyExplanation> policies = ImmutableList.builder();
            for (PlannedPolicy policy : level.policies()) {
                policies.add(new PolicyExplanation(
                        policy.policy(),
                        policy.statements().stream()
                                .map(statement -> explained.computeIfAbsent(statement, one -> one.explain(facts)))
                                .collect(ImmutableList.toImmutableList())));
            }
            levels.add(new LevelExplanation(level.name(), policies.build()));
        }
        return new ResourceExplanation(facts.resource(), decision, levels.build());
    }

    private Optional<Exemption> exemption(Request request) {
        Optional<Exemption> exemption = Exemption.of(request.principal(), request.action(), managementAccount);
        if (exemption.isEmpty() && everyPath.isEmpty() && !isMember(request)) {
            return Optional.of(Exemption.OUTSIDE_ORGANIZATION);
        }
        return exemption;
    }

    private boolean isMember(Request request) {
        return request.principal().account().map(paths::containsKey).orElse(false);
    }

    /** The path of the principal's account: its SCPs count, never those of the resource's account. */
    private ImmutableList<PlannedLevel> path(Request request) {
        return everyPath.orElseGet(
                () -> request.principal().account().map(paths::get).orElseGet(ImmutableList::of));
    }

    private static ImmutableList<PlannedLevel> plan(
            ImmutableList<Level> levels, IdentityHashMap<LocatedPolicy, PlannedPolicy> planned) {
        return levels.stream()
                .map(level -> new PlannedLevel(
                        level.name(),
                        level.policies().stream()
                                .map(policy -> planned.computeIfAbsent(policy, Planner::plan))
                                .collect(ImmutableList.toImmutableList())))
                .collect(ImmutableList.toImmutableList());
    }
}
