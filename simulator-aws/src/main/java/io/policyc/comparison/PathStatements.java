package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.TestedPolicies;
import io.policyc.organization.Account;
import io.policyc.organization.Level;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationalUnit;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.request.Principal;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The statements of the SCPs above a principal, and the same policies with fewer of them. FullAWSAccess stays where it is; a
 * level without any statement beside it is no level.
 */
final class PathStatements {
    private final TestedPolicies policies;
    private final Optional<String> account;
    private final ImmutableList<Level> levels;

    /** A statement by where it stands. */
    record Place(int level, int policy, int statement) {}

    private PathStatements(TestedPolicies policies, Optional<String> account, ImmutableList<Level> levels) {
        this.policies = policies;
        this.account = account;
        this.levels = levels;
    }

    static PathStatements of(TestedPolicies policies, Principal principal) {
        Optional<ImmutableList<Level>> trial = policies.trial().map(scps -> ImmutableList.of(Organization.trial(scps)));
        Optional<ImmutableList<Level>> path = policies.organization()
                .flatMap(organization -> principal
                        .account()
                        .flatMap(id ->
                                Optional.ofNullable(organization.accountPaths().get(id))));
        return new PathStatements(
                policies, principal.account(), trial.or(() -> path).orElse(ImmutableList.of()));
    }

    ImmutableList<Level> levels() {
        return levels;
    }

    ImmutableList<Place> statements() {
        ImmutableList.Builder<Place> places = ImmutableList.builder();
        for (int level = 0; level < levels.size(); level++) {
            ImmutableList<LocatedPolicy> attached = levels.get(level).policies();
            for (int policy = 0; policy < attached.size(); policy++) {
                if (!isFullAccess(attached.get(policy))) {
                    int size = attached.get(policy).document().statements().size();
                    for (int statement = 0; statement < size; statement++) {
                        places.add(new Place(level, policy, statement));
                    }
                }
            }
        }
        return places.build();
    }

    /** The policies with those statements only. */
    TestedPolicies only(ImmutableList<Place> kept) {
        ImmutableSet<Place> places = ImmutableSet.copyOf(kept);
        ImmutableList.Builder<Level> fewer = ImmutableList.builder();
        for (int level = 0; level < levels.size(); level++) {
            int at = level;
            if (kept.stream().anyMatch(place -> place.level() == at)) {
                fewer.add(new Level(levels.get(level).name(), attached(level, places)));
            }
        }
        return policies.organization().isPresent()
                ? with(Optional.of(organization(policies.organization().get(), fewer.build())), Optional.empty())
                : with(
                        Optional.empty(),
                        policies.trial()
                                .map(none -> fewer.build().stream()
                                        .flatMap(level -> level.policies().stream())
                                        .collect(ImmutableList.toImmutableList())));
    }

    private TestedPolicies with(Optional<Organization> organization, Optional<ImmutableList<LocatedPolicy>> trial) {
        return new TestedPolicies(
                organization,
                trial,
                policies.rcps(),
                policies.identity(),
                policies.boundary(),
                policies.session(),
                policies.resource(),
                policies.trust());
    }

    private ImmutableList<LocatedPolicy> attached(int level, ImmutableSet<Place> kept) {
        ImmutableList.Builder<LocatedPolicy> attached = ImmutableList.builder();
        ImmutableList<LocatedPolicy> all = levels.get(level).policies();
        for (int policy = 0; policy < all.size(); policy++) {
            LocatedPolicy whole = all.get(policy);
            int at = policy;
            ImmutableList<Integer> statements = IntStream.range(
                            0, whole.document().statements().size())
                    .filter(index -> isFullAccess(whole) || kept.contains(new Place(level, at, index)))
                    .boxed()
                    .collect(ImmutableList.toImmutableList());
            if (!statements.isEmpty()) {
                attached.add(part(whole, statements));
            }
        }
        return attached.build();
    }

    private static LocatedPolicy part(LocatedPolicy whole, ImmutableList<Integer> statements) {
        PolicyDocument document = whole.document();
        return new LocatedPolicy(
                whole.name(),
                new PolicyDocument(
                        document.version(),
                        document.id(),
                        statements.stream().map(document.statements()::get).collect(ImmutableList.toImmutableList())),
                whole.places().isEmpty()
                        ? whole.places()
                        : statements.stream().map(whole.places()::get).collect(ImmutableList.toImmutableList()));
    }

    static boolean isFullAccess(LocatedPolicy policy) {
        return policy.document().equals(LocatedPolicy.FULL_AWS_ACCESS.document());
    }

    /** The way from the root to the account and nothing else; the last level is that of the account. */
    private Organization organization(Organization whole, ImmutableList<Level> path) {
        Level last = path.size() > 1 ? path.get(path.size() - 1) : unrestricted("account");
        ImmutableList<Level> units = path.size() > 1 ? path.subList(0, path.size() - 1) : path;
        OrganizationalUnit below = new OrganizationalUnit(
                units.isEmpty() ? "Root" : units.get(units.size() - 1).name(),
                Optional.empty(),
                units.isEmpty()
                        ? unrestricted("Root").policies()
                        : units.get(units.size() - 1).policies(),
                ImmutableList.of(),
                ImmutableList.of(new Account(last.name(), account.orElseThrow(), last.policies())));
        for (Level unit : units.subList(0, Math.max(0, units.size() - 1)).reverse()) {
            below = new OrganizationalUnit(
                    unit.name(), Optional.empty(), unit.policies(), ImmutableList.of(below), ImmutableList.of());
        }
        return new Organization(whole.id(), whole.managementAccount(), below);
    }

    private static Level unrestricted(String name) {
        return new Level(name, ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS));
    }
}
