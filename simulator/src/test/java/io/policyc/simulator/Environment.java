package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.organization.Account;
import io.policyc.organization.Level;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationalUnit;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.SamplePrincipals;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All policies that requests of a test meet.
 *
 * @param scps the levels from the root to the account of most principals; at least two if there is an organization
 * @param identity empty if they are not looked at
 * @param trust empty if there is a resource policy
 */
record Environment(
        Membership membership,
        ImmutableList<Level> scps,
        ImmutableList<LocatedPolicy> rcps,
        Optional<ImmutableList<LocatedPolicy>> identity,
        Optional<LocatedPolicy> boundary,
        ImmutableList<LocatedPolicy> session,
        Optional<LocatedPolicy> resource,
        Optional<LocatedPolicy> trust) {

    /** A boundary and session policies limit identity policies, if only none. */
    Environment {
        boolean limits = boundary.isPresent() || !session.isEmpty();
        boolean grants = identity.isPresent() || resource.isPresent() || trust.isPresent();
        identity = limits && !grants ? Optional.of(ImmutableList.of()) : identity;
    }

    /** Where the account of most principals and the other one belong. */
    enum Membership {
        /** There is no organization: the levels are those of every account. */
        EVERYBODY,
        BOTH,
        OTHER_OUTSIDE,
        OTHER_MANAGES,
        MANAGES
    }

    Simulator simulator() {
        return simulator(ImmutableSet.of());
    }

    Simulator simulator(Iterable<DoubtfulRule> doubted) {
        SimulatorBuilder builder = Simulator.builder()
                .doubting(doubted)
                .resourceControlPolicies(rcps)
                .sessionPolicies(session);
        if (membership == Membership.EVERYBODY) {
            builder.levels(scps);
        } else {
            builder.organization(organization());
        }
        identity.ifPresent(builder::identityPolicies);
        boundary.ifPresent(builder::boundary);
        resource.ifPresent(builder::resourcePolicy);
        trust.ifPresent(builder::trustPolicy);
        return builder.prepare();
    }

    /** The levels from the root to an account. */
    ImmutableList<Level> path(Optional<String> account) {
        boolean other = account.filter(SamplePrincipals.OTHER_ACCOUNT::equals).isPresent();
        return other && membership != Membership.EVERYBODY ? ImmutableList.of(scps.get(0), otherLevel()) : scps;
    }

    /** The accounts that SCPs and RCPs are about; empty for every account. */
    Optional<ImmutableSet<String>> members() {
        return switch (membership) {
            case EVERYBODY -> Optional.empty();
            case BOTH -> Optional.of(ImmutableSet.of(SamplePrincipals.ACCOUNT, SamplePrincipals.OTHER_ACCOUNT));
            case OTHER_OUTSIDE, OTHER_MANAGES -> Optional.of(ImmutableSet.of(SamplePrincipals.ACCOUNT));
            case MANAGES -> Optional.of(ImmutableSet.of(SamplePrincipals.OTHER_ACCOUNT));
        };
    }

    ImmutableList<PolicyDocument> documents() {
        return Stream.of(
                        scps.stream().flatMap(level -> level.policies().stream()),
                        rcps.stream(),
                        identity.stream().flatMap(ImmutableList::stream),
                        boundary.stream(),
                        session.stream(),
                        resource.stream(),
                        trust.stream())
                .flatMap(policies -> policies)
                .map(LocatedPolicy::document)
                .collect(ImmutableList.toImmutableList());
    }

    private Organization organization() {
        Level last = scps.get(scps.size() - 1);
        Account account = new Account(last.name(), SamplePrincipals.ACCOUNT, last.policies());
        Account other = new Account(
                otherLevel().name(),
                SamplePrincipals.OTHER_ACCOUNT,
                otherLevel().policies());
        ImmutableList<OrganizationalUnit> units = scps.size() < 3
                ? ImmutableList.of()
                : ImmutableList.of(new OrganizationalUnit(
                        scps.get(1).name(),
                        Optional.empty(),
                        scps.get(1).policies(),
                        ImmutableList.of(),
                        ImmutableList.of(account)));
        ImmutableList.Builder<Account> accounts = ImmutableList.builder();
        if (units.isEmpty()) {
            accounts.add(account);
        }
        if (membership != Membership.OTHER_OUTSIDE) {
            accounts.add(other);
        }
        return new Organization(
                Optional.empty(),
                switch (membership) {
                    case MANAGES -> Optional.of(SamplePrincipals.ACCOUNT);
                    case OTHER_MANAGES -> Optional.of(SamplePrincipals.OTHER_ACCOUNT);
                    default -> Optional.empty();
                },
                new OrganizationalUnit(
                        scps.get(0).name(), Optional.empty(), scps.get(0).policies(), units, accounts.build()));
    }

    private static Level otherLevel() {
        return new Level("Other", ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS));
    }
}
