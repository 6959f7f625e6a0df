package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.policyc.authorization.AuthorizationDetails;
import io.policyc.authorization.AuthorizedRole;
import io.policyc.authorization.LastUse;
import io.policyc.plan.RoleEvidence.Presence;
import io.policyc.policy.Arn;
import io.policyc.role.RoleIntent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which roles stand in for the keys of which users, and whether they are used. */
final class Replacements {
    /**
     * The role that IAM Identity Center makes of a permission set in each account where it is assigned.
     *
     * @see <a href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">Referencing
     *     permission sets</a>
     */
    private static final Pattern PERMISSION_SET = Pattern.compile(
            "arn:[^:]+:iam::([0-9]{12}):role/aws-reserved/sso\\.amazonaws\\.com/(?:[^/]+/)?AWSReservedSSO_(.+)_[0-9a-f]{16}");

    private final ImmutableListMultimap<String, RoleIntent> byUser;
    private final ImmutableListMultimap<String, LastUse> permissionSets;
    private final AuthorizationDetails details;

    /** The accounts that have roles in the details: all accounts have some, and details can be asked for without. */
    private final ImmutableSet<String> listed;

    Replacements(List<RoleIntent> roles, AuthorizationDetails details) {
        ImmutableListMultimap.Builder<String, RoleIntent> users = ImmutableListMultimap.builder();
        roles.stream()
                .sorted(Comparator.comparing(RoleIntent::name).thenComparing(RoleIntent::account))
                .forEach(role -> role.replaces().forEach(user -> users.put(user, role)));
        ImmutableListMultimap.Builder<String, LastUse> sets = ImmutableListMultimap.builder();
        ImmutableSet.Builder<String> accounts = ImmutableSet.builder();
        for (AuthorizedRole role : details.roles().values()) {
            Arn.parse(role.arn()).map(Arn::account).ifPresent(accounts::add);
            Matcher matcher = PERMISSION_SET.matcher(role.arn());
            if (matcher.matches()) {
                sets.put(matcher.group(1) + "/" + matcher.group(2), role.lastUse());
            }
        }
        this.byUser = users.build();
        this.permissionSets = sets.build();
        this.listed = accounts.build();
        this.details = details;
    }

    /** The roles in place of a user's keys, in the order of their names. */
    ImmutableList<RoleEvidence> of(String user) {
        return byUser.get(user).stream()
                .map(role -> new RoleEvidence(name(role), presence(role, user)))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static String name(RoleIntent role) {
        return role.arn().orElseGet(() -> "permission set " + role.name());
    }

    private Presence presence(RoleIntent role, String user) {
        String account = role.arn().isPresent()
                ? role.account()
                : Arn.parse(user).map(Arn::account).orElse(role.account());
        if (!details.accounts().contains(account)) {
            return new RoleEvidence.Unknown("give the authorization details of account " + account
                    + " (--authorization-details), which say whether the role is there and used");
        }
        Optional<LastUse> use = role.arn().isPresent()
                ? Optional.ofNullable(details.roles().get(role.arn().get())).map(AuthorizedRole::lastUse)
                : permissionSets.get(account + "/" + role.name()).stream().findFirst();
        if (use.isEmpty() && !listed.contains(account)) {
            return new RoleEvidence.Unknown("the authorization details of account " + account
                    + " list no roles, and every account has some; give them without --filter");
        }
        return use.<Presence>map(RoleEvidence.There::new).orElseGet(RoleEvidence.Missing::new);
    }
}
