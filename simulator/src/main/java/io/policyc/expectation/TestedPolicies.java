package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.organization.Organization;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import io.policyc.request.Accounts;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.Simulator;
import io.policyc.simulator.SimulatorBuilder;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What requests are evaluated against. Without organization and SCPs, no SCP binds anybody.
 *
 * @param organization an organization as it is
 * @param trial SCPs on one level above every account, as {@link Organization#trial} completes it; not beside an
 *     organization
 * @param rcps the RCPs above the account of the resource
 * @param identity empty if nobody said; an empty list says that there are none
 * @param boundary the permissions boundary of the principal
 * @param session none if the list is empty
 * @param resource the policy of the resource; not beside a trust policy
 * @param trust the trust policy of the role that is the resource
 */
public record TestedPolicies(
        Optional<Organization> organization,
        Optional<ImmutableList<LocatedPolicy>> trial,
        ImmutableList<LocatedPolicy> rcps,
        Optional<ImmutableList<LocatedPolicy>> identity,
        Optional<LocatedPolicy> boundary,
        ImmutableList<LocatedPolicy> session,
        Optional<LocatedPolicy> resource,
        Optional<LocatedPolicy> trust) {

    /** Nothing at all. */
    public static final TestedPolicies NONE = new TestedPolicies(
            Optional.empty(),
            Optional.empty(),
            ImmutableList.of(),
            Optional.empty(),
            Optional.empty(),
            ImmutableList.of(),
            Optional.empty(),
            Optional.empty());

    /** An organization as it is. */
    public static TestedPolicies of(Organization organization) {
        return NONE.withOrganization(Optional.of(organization));
    }

    /** SCPs on trial. */
    public static TestedPolicies trial(Iterable<LocatedPolicy> policies) {
        return NONE.withTrial(ImmutableList.copyOf(policies));
    }

    TestedPolicies withOrganization(Optional<Organization> given) {
        return new TestedPolicies(given, Optional.empty(), rcps, identity, boundary, session, resource, trust);
    }

    TestedPolicies withTrial(ImmutableList<LocatedPolicy> given) {
        return new TestedPolicies(
                Optional.empty(), Optional.of(given), rcps, identity, boundary, session, resource, trust);
    }

    /** The same with the trust policy of the role that is the resource, in place of any policy of a resource. */
    public TestedPolicies withTrust(LocatedPolicy given) {
        return new TestedPolicies(
                organization, trial, rcps, identity, boundary, session, Optional.empty(), Optional.of(given));
    }

    /** Whether there is anything to evaluate requests against. */
    public boolean isEmpty() {
        return organization.isEmpty() && trial.isEmpty() && rcps.isEmpty() && !grants();
    }

    /** Every policy that some request may meet, of whatever type. */
    ImmutableList<LocatedPolicy> all() {
        return Stream.of(
                        organization.stream()
                                .flatMap(found -> found.targets().stream())
                                .flatMap(target -> target.policies().stream()),
                        trial.stream().flatMap(given -> Organization.trial(given).policies().stream()),
                        rcps.stream(),
                        identity.stream().flatMap(ImmutableList::stream),
                        boundary.stream(),
                        session.stream(),
                        resource.stream(),
                        trust.stream())
                .flatMap(policies -> policies)
                .collect(ImmutableList.toImmutableList());
    }

    /** The types of policies that were given. */
    public ImmutableSet<PolicyType> types() {
        ImmutableSet.Builder<PolicyType> types = ImmutableSet.builder();
        add(PolicyType.SERVICE_CONTROL_POLICY, organization.isPresent() || trial.isPresent(), types);
        add(PolicyType.RESOURCE_CONTROL_POLICY, !rcps.isEmpty(), types);
        add(PolicyType.IDENTITY_POLICY, identity.isPresent(), types);
        add(PolicyType.PERMISSIONS_BOUNDARY, boundary.isPresent(), types);
        add(PolicyType.SESSION_POLICY, !session.isEmpty(), types);
        add(PolicyType.RESOURCE_POLICY, resource.isPresent(), types);
        add(PolicyType.TRUST_POLICY, trust.isPresent(), types);
        return types.build();
    }

    private static void add(PolicyType type, boolean given, ImmutableSet.Builder<PolicyType> types) {
        if (given) {
            types.add(type);
        }
    }

    /** Whether the policies that grant are looked at. */
    boolean grants() {
        return identity.isPresent() || resource.isPresent() || trust.isPresent();
    }

    /** Whether something limits what identity policies grant. */
    boolean limits() {
        return boundary.isPresent() || !session.isEmpty();
    }

    /**
     * The accounts that requests may name: an organization that is tested wants to know which one; policies on trial hold for
     * every account, so there is one for requests that name none.
     *
     * @param around the organization of the repository, whose accounts have names there too
     */
    public Accounts accounts(Optional<Organization> around) {
        boolean aboutResources = !rcps.isEmpty() || grants();
        return organization
                .map(tested -> Accounts.of(tested.accountIds()))
                .map(named -> aboutResources ? named.withOutsiders() : named)
                .orElseGet(() -> around.map(other -> Accounts.of(other.accountIds()))
                        .orElse(Accounts.WITHOUT_ORGANIZATION)
                        .withDefault());
    }

    public Simulator simulator() {
        return simulator(ImmutableList.of());
    }

    /** A simulator that leaves open what rests on some doubtful rules. */
    public Simulator simulator(Iterable<DoubtfulRule> doubted) {
        SimulatorBuilder builder = Simulator.builder().doubting(doubted).resourceControlPolicies(rcps);
        organization.ifPresent(builder::organization);
        trial.ifPresent(policies -> builder.levels(ImmutableList.of(Organization.trial(policies))));
        identity.ifPresent(builder::identityPolicies);
        boundary.ifPresent(builder::boundary);
        builder.sessionPolicies(session);
        resource.ifPresent(builder::resourcePolicy);
        trust.ifPresent(builder::trustPolicy);
        return builder.prepare();
    }
}
