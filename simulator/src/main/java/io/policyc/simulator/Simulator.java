package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.organization.Exemption;
import io.policyc.organization.Level;
import io.policyc.organization.Organization;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.simulator.Applied.PlannedAccess;
import io.policyc.simulator.Explanation.LevelExplanation;
import io.policyc.simulator.Explanation.PolicyExplanation;
import io.policyc.simulator.Explanation.ResourceExplanation;
import io.policyc.simulator.Planner.PlannedPolicy;
import io.policyc.simulator.Planner.PlannedStage;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Decides requests by the policies of an organization and, where they are given, by those that grant. Prepared once,
 * evaluated as often as wanted, from any number of threads.
 *
 * <p>With policies of the organization only, {@link Outcome#ALLOWED} means that none of them stops the request. SCPs and
 * RCPs never grant: the principal still needs an identity policy, or the resource a policy, that allows it. What an answer
 * rests on is its {@linkplain Decision#basis() basis}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 */
public final class Simulator implements PolicyEvaluator {
    private final Optional<String> managementAccount;
    private final ImmutableMap<String, ImmutableList<PlannedStage>> paths;
    private final Optional<ImmutableList<PlannedStage>> everyPath;
    private final Optional<PlannedStage> rcps;
    private final Optional<PlannedAccess> access;

    Simulator(
            Optional<String> managementAccount,
            ImmutableMap<String, ImmutableList<PlannedStage>> paths,
            Optional<ImmutableList<PlannedStage>> everyPath,
            Optional<PlannedStage> rcps,
            Optional<PlannedAccess> access) {
        this.managementAccount = managementAccount;
        this.paths = paths;
        this.everyPath = everyPath;
        this.rcps = rcps;
        this.access = access;
    }

    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /** Prepares an organization as it is. Principals of accounts that it does not have are not bound by it. */
    public static Simulator prepare(Organization organization) {
        return builder().organization(organization).prepare();
    }

    /** Prepares levels that hold for every account, root first: for trying policies out without an organization. */
    public static Simulator prepare(Iterable<Level> levels) {
        return builder().levels(levels).prepare();
    }

    @Override
    public Decision evaluate(Request request) {
        if (Exemption.cannotBeDenied(request.action())) {
            return Decision.cannotBeDenied(basis());
        }
        Optional<Exemption> exemption = exemption(request);
        ImmutableList<PlannedStage> scps = scps(request, exemption);
        ImmutableList.Builder<Decision> decisions = ImmutableList.builderWithExpectedSize(1);
        for (Facts facts : Facts.of(request, bounded(request))) {
            decisions.add(Tally.decide(applied(scps, exemption, facts), facts, statement -> statement.matches(facts)));
        }
        return Tally.combine(decisions.build());
    }

    /** The decision that {@link #evaluate} gives, with the verdict of every part of every policy. */
    public Explanation explain(Request request) {
        if (Exemption.cannotBeDenied(request.action())) {
            return new Explanation(request, Decision.cannotBeDenied(basis()), ImmutableList.of());
        }
        ImmutableList<ResourceExplanation> resources = Facts.of(request, bounded(request)).stream()
                .map(facts -> explain(request, facts))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Decision> decisions =
                resources.stream().map(ResourceExplanation::decision).collect(ImmutableList.toImmutableList());
        return new Explanation(request, Tally.combine(decisions), resources);
    }

    private ResourceExplanation explain(Request request, Facts facts) {
        IdentityHashMap<PlannedStatement, StatementExplanation> explained = new IdentityHashMap<>();
        Optional<Exemption> exemption = exemption(request);
        Applied applied = applied(scps(request, exemption), exemption, facts);
        Decision decision = Tally.decide(
                applied,
                facts,
                statement -> explained
                        .computeIfAbsent(statement, planned -> planned.explain(facts))
                        .truth());
        ImmutableList.Builder<LevelExplanation> levels = ImmutableList.builder();
        for (PlannedStage stage : applied.stages()) {
            ImmutableList.Builder<PolicyExplanation> policies = ImmutableList.builder();
            for (PlannedPolicy policy : stage.policies()) {
                policies.add(new PolicyExplanation(
                        policy.policy(),
                        policy.statements().stream()
                                .map(statement -> explained.computeIfAbsent(statement, one -> one.explain(facts)))
                                .collect(ImmutableList.toImmutableList())));
            }
            levels.add(new LevelExplanation(stage.stage(), policies.build()));
        }
        return new ResourceExplanation(facts.resource(), decision, levels.build());
    }

    /** The SCPs that bind a request, root first, one that is attached twice twice; none if it is exempt from SCPs. */
    public ImmutableList<LocatedPolicy> bindingPolicies(Request request) {
        if (Exemption.cannotBeDenied(request.action())) {
            return ImmutableList.of();
        }
        return scps(request, exemption(request)).stream()
                .flatMap(stage -> stage.policies().stream())
                .map(PlannedPolicy::policy)
                .collect(ImmutableList.toImmutableList());
    }

    private Decision.Basis basis() {
        return access.isPresent() ? Decision.Basis.ALL : Decision.Basis.ORGANIZATION;
    }

    private boolean bounded(Request request) {
        return access.flatMap(PlannedAccess::boundary).isPresent()
                && (request.principal() instanceof IamUser || request.principal() instanceof RoleSession);
    }

    private Applied applied(ImmutableList<PlannedStage> scps, Optional<Exemption> exemption, Facts facts) {
        Truth bound = rcps.isPresent() ? rcpsBind(facts) : Truth.FALSE;
        return new Applied(scps, exemption, bound == Truth.FALSE ? Optional.empty() : rcps, bound, access);
    }

    /**
     * Whether RCPs bind a call: those to resources of member accounts, whoever calls.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resources and
     *     entities not restricted by RCPs</a>
     */
    private Truth rcpsBind(Facts facts) {
        if (Exemption.ofResourceControl(facts.principal(), facts.action())) {
            return Truth.FALSE;
        }
        if (everyPath.isPresent()) {
            return Truth.TRUE;
        }
        Optional<String> owner = facts.owner();
        return owner.isEmpty()
                ? Truth.UNKNOWN
                : Truth.of(paths.containsKey(owner.get()) && !owner.equals(managementAccount));
    }

    private Optional<Exemption> exemption(Request request) {
        Optional<Exemption> exemption = Exemption.of(request.principal(), managementAccount);
        if (exemption.isEmpty() && everyPath.isEmpty() && !isMember(request)) {
            return Optional.of(Exemption.OUTSIDE_ORGANIZATION);
        }
        return exemption;
    }

    private boolean isMember(Request request) {
        return request.principal().account().map(paths::containsKey).orElse(false);
    }

    /** The path of the principal's account: its SCPs count, never those of the resource's account. */
    private ImmutableList<PlannedStage> scps(Request request, Optional<Exemption> exemption) {
        if (exemption.isPresent()) {
            return ImmutableList.of();
        }
        return everyPath.orElseGet(
                () -> request.principal().account().map(paths::get).orElseGet(ImmutableList::of));
    }
}
