package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.organization.Level;
import io.policyc.organization.Organization;
import io.policyc.policy.LocatedPolicy;
import io.policyc.simulator.Applied.PlannedAccess;
import io.policyc.simulator.Planner.PlannedStage;
import java.util.Optional;

/**
 * The policies that requests meet. Types that are not given count as not there; without SCPs none bind anybody.
 */
public final class SimulatorBuilder {
    private Optional<Organization> organization = Optional.empty();
    private ImmutableList<Level> levels = ImmutableList.of();
    private ImmutableList<LocatedPolicy> rcps = ImmutableList.of();
    private Optional<ImmutableList<LocatedPolicy>> identity = Optional.empty();
    private Optional<LocatedPolicy> boundary = Optional.empty();
    private ImmutableList<LocatedPolicy> session = ImmutableList.of();
    private Optional<LocatedPolicy> resource = Optional.empty();
    private Stage resourceStage = Stage.RESOURCE;
    private Doubts doubts = Doubts.NONE;

    SimulatorBuilder() {}

    /** An organization as it is. Principals of accounts that it does not have are not bound by its SCPs. */
    public SimulatorBuilder organization(Organization given) {
        organization = Optional.of(given);
        return this;
    }

    /** SCPs of levels that hold for every account, root first; without an organization. */
    public SimulatorBuilder levels(Iterable<Level> given) {
        levels = ImmutableList.copyOf(given);
        return this;
    }

    /** The RCPs above the account of the resource. */
    public SimulatorBuilder resourceControlPolicies(Iterable<LocatedPolicy> policies) {
        rcps = ImmutableList.copyOf(policies);
        return this;
    }

    /** The policies of the user, its groups or the role; an empty list says that there are none. */
    public SimulatorBuilder identityPolicies(Iterable<LocatedPolicy> policies) {
        identity = Optional.of(ImmutableList.copyOf(policies));
        return this;
    }

    /** The permissions boundary of the user or role. */
    public SimulatorBuilder boundary(LocatedPolicy policy) {
        boundary = Optional.of(policy);
        return this;
    }

    /** The policies that the session was begun with; none if the list is empty. */
    public SimulatorBuilder sessionPolicies(Iterable<LocatedPolicy> policies) {
        session = ImmutableList.copyOf(policies);
        return this;
    }

    /** The policy of the resource. */
    public SimulatorBuilder resourcePolicy(LocatedPolicy policy) {
        resource = Optional.of(policy);
        resourceStage = Stage.RESOURCE;
        return this;
    }

    /** The trust policy of the role that is the resource. */
    public SimulatorBuilder trustPolicy(LocatedPolicy policy) {
        resource = Optional.of(policy);
        resourceStage = Stage.TRUST;
        return this;
    }

    /** Leaves open what rests on these rules, so that what stays determined rests on none of them. */
    public SimulatorBuilder doubting(Iterable<DoubtfulRule> rules) {
        doubts = new Doubts(ImmutableSet.copyOf(rules));
        return this;
    }

    private boolean looksAtGrants() {
        return identity.isPresent() || resource.isPresent();
    }

    /**
     * Makes everything ready.
     *
     * @throws IllegalStateException if there are both an organization and levels, or a boundary or session policies
     *     and nothing that they limit
     */
    public Simulator prepare() {
        if (organization.isPresent() && !levels.isEmpty()) {
            throw new IllegalStateException("an organization has levels of its own");
        }
        if (!looksAtGrants() && (boundary.isPresent() || !session.isEmpty())) {
            throw new IllegalStateException(
                    "a boundary and session policies limit identity policies, and there are none");
        }
        Planner planner = new Planner(doubts);
        ImmutableMap.Builder<String, ImmutableList<PlannedStage>> paths = ImmutableMap.builder();
        organization.ifPresent(
                found -> found.accountPaths().forEach((account, path) -> paths.put(account, planner.plan(path))));
        return new Simulator(
                organization.flatMap(Organization::managementAccount),
                paths.buildOrThrow(),
                organization.isPresent() ? Optional.empty() : Optional.of(planner.plan(levels)),
                rcps.isEmpty() ? Optional.empty() : Optional.of(planner.plan(Stage.RESOURCE_CONTROL, rcps)),
                looksAtGrants() ? Optional.of(access(planner)) : Optional.empty());
    }

    private PlannedAccess access(Planner planner) {
        return new PlannedAccess(
                planner.plan(Stage.IDENTITY, identity.orElse(ImmutableList.of())),
                boundary.map(policy -> planner.plan(Stage.BOUNDARY, ImmutableList.of(policy))),
                session.isEmpty() ? Optional.empty() : Optional.of(planner.plan(Stage.SESSION, session)),
                resource.map(policy -> planner.plan(resourceStage, ImmutableList.of(policy))));
    }
}
