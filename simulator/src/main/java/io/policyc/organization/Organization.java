package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An organization with what is attached to its root, units and accounts.
 *
 * @param managementAccount the id of the management account, which SCPs do not bind; empty if there is none to tell
 * @param phases the way to what is attached, in their order; empty if there is none written down
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 */
public record Organization(
        Optional<String> id, Optional<String> managementAccount, OrganizationalUnit root, ImmutableList<Phase> phases) {

    /**
     * Checks that account ids are unique.
     *
     * @throws IllegalArgumentException if two accounts have one id
     */
    public Organization {
        accountPaths(root);
    }

    /** An organization without phases. */
    public Organization(Optional<String> id, Optional<String> managementAccount, OrganizationalUnit root) {
        this(id, managementAccount, root, ImmutableList.of());
    }

    /** The levels from the root to each account, by account id. The management account has a path, yet is not bound. */
    public ImmutableMap<String, ImmutableList<Level>> accountPaths() {
        return accountPaths(root);
    }

    /** All accounts in the order of the organization. */
    public ImmutableList<Account> accounts() {
        ImmutableList.Builder<Account> accounts = ImmutableList.builder();
        collect(root, accounts);
        return accounts.build();
    }

    /**
     * The ids of all accounts by name; of two accounts with one name the first. A management account that is no account of
     * a unit goes by {@code management-account}.
     */
    public ImmutableMap<String, String> accountIds() {
        Map<String, String> ids = new LinkedHashMap<>();
        accounts().forEach(account -> ids.putIfAbsent(account.name(), account.id()));
        managementAccount
                .filter(account -> !ids.containsValue(account))
                .ifPresent(account -> ids.putIfAbsent("management-account", account));
        return ImmutableMap.copyOf(ids);
    }

    /** Everything that policies are attached to, in the order of the organization: each unit before what is in it. */
    public ImmutableList<PolicyTarget> targets() {
        return targets(root);
    }

    static ImmutableList<PolicyTarget> targets(OrganizationalUnit root) {
        ImmutableList.Builder<PolicyTarget> targets = ImmutableList.builder();
        collect(PolicyTarget.Kind.ROOT, root.name(), root, targets);
        return targets.build();
    }

    private static void collect(
            PolicyTarget.Kind kind, String path, OrganizationalUnit unit, ImmutableList.Builder<PolicyTarget> targets) {
        targets.add(new PolicyTarget(kind, path, unit.id(), unit.policies()));
        for (Account account : unit.accounts()) {
            targets.add(new PolicyTarget(
                    PolicyTarget.Kind.ACCOUNT,
                    path + "/" + account.name(),
                    Optional.of(account.id()),
                    account.policies()));
        }
        unit.units().forEach(child -> collect(PolicyTarget.Kind.UNIT, path + "/" + child.name(), child, targets));
    }

    /**
     * The level for trying policies out: those policies, and FullAWSAccess beside them unless one of them allows
     * something itself.
     */
    public static Level trial(Iterable<LocatedPolicy> policies) {
        ImmutableList<LocatedPolicy> given = ImmutableList.copyOf(policies);
        boolean allows = given.stream().anyMatch(Organization::allows);
        ImmutableList.Builder<LocatedPolicy> attached = ImmutableList.builder();
        if (!allows) {
            attached.add(LocatedPolicy.FULL_AWS_ACCESS);
        }
        return new Level("trial", attached.addAll(given).build());
    }

    /** Whether a policy allows anything. A level at which none does blocks everything below it. */
    public static boolean allows(LocatedPolicy policy) {
        return policy.document().statements().stream().anyMatch(statement -> statement.effect() == Effect.ALLOW);
    }

    private static void collect(OrganizationalUnit unit, ImmutableList.Builder<Account> accounts) {
        accounts.addAll(unit.accounts());
        unit.units().forEach(child -> collect(child, accounts));
    }

    private static ImmutableMap<String, ImmutableList<Level>> accountPaths(OrganizationalUnit root) {
        Map<String, ImmutableList<Level>> paths = new LinkedHashMap<>();
        collect(root, ImmutableList.of(), paths);
        return ImmutableMap.copyOf(paths);
    }

    private static void collect(
            OrganizationalUnit unit, ImmutableList<Level> above, Map<String, ImmutableList<Level>> paths) {
        ImmutableList<Level> here = append(above, new Level(unit.name(), unit.policies()));
        for (Account account : unit.accounts()) {
            ImmutableList<Level> path = append(here, new Level(account.name(), account.policies()));
            if (paths.put(account.id(), path) != null) {
                throw new IllegalArgumentException("two accounts have the id " + account.id());
            }
        }
        unit.units().forEach(child -> collect(child, here, paths));
    }

    private static ImmutableList<Level> append(ImmutableList<Level> levels, Level level) {
        return ImmutableList.<Level>builder().addAll(levels).add(level).build();
    }
}
