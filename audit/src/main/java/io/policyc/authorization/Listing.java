package io.policyc.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All that pages list, in the order in which it was read. What is listed twice must be the same. */
final class Listing {
    /** Something with the place at which it was listed. */
    private record Listed<T>(T value, SourceSpan place) {}

    private final Findings findings;
    private final Map<String, Listed<ListedUser>> users = new LinkedHashMap<>();
    private final Map<String, Listed<AuthorizedRole>> roles = new LinkedHashMap<>();
    private final Map<String, Listed<HeldPolicies>> groups = new LinkedHashMap<>();
    private final Map<String, Listed<ManagedPolicy>> policies = new LinkedHashMap<>();
    private final TreeSet<String> accounts = new TreeSet<>();

    Listing(Findings findings) {
        this.findings = findings;
    }

    void account(String id) {
        accounts.add(id);
    }

    void add(ListedUser user, SourceSpan place) {
        add(users, user.arn(), "user", user, place);
    }

    void add(AuthorizedRole role, SourceSpan place) {
        add(roles, role.arn(), "role", role, place);
    }

    void addGroup(IamName name, HeldPolicies held, SourceSpan place) {
        add(groups, groupKey(name.account(), name.name()), "group", held, place);
    }

    /** AWS changes its own policies by new versions, so that the answer of another day may have an older one. */
    void add(ManagedPolicy policy, SourceSpan place) {
        Listed<ManagedPolicy> known = policies.get(policy.arn());
        if (known == null || policy.isNewerThan(known.value())) {
            policies.put(policy.arn(), new Listed<>(policy, place));
        } else if (!known.value().isNewerThan(policy)) {
            add(policies, policy.arn(), "policy", policy, place);
        }
    }

    private <T> void add(Map<String, Listed<T>> map, String key, String what, T value, SourceSpan place) {
        Listed<T> known = map.putIfAbsent(key, new Listed<>(value, place));
        if (known != null && !known.value().equals(value)) {
            findings.add(
                    AuthorizationFindings.CONTRADICTION,
                    place,
                    what + " " + Printable.quoted(key) + " differs from what "
                            + Printable.line(known.place().toString()) + " says of it",
                    "give the details of one day only");
        }
    }

    ImmutableSet<String> accounts() {
        return ImmutableSet.copyOf(accounts);
    }

    ImmutableList<ListedUser> users() {
        return values(users);
    }

    ImmutableList<AuthorizedRole> roles() {
        return values(roles);
    }

    Optional<HeldPolicies> group(String account, String name) {
        return Optional.ofNullable(groups.get(groupKey(account, name))).map(Listed::value);
    }

    Optional<Document> document(String policyArn) {
        return Optional.ofNullable(policies.get(policyArn))
                .flatMap(policy -> policy.value().document());
    }

    private static <T> ImmutableList<T> values(Map<String, Listed<T>> map) {
        return map.values().stream().map(Listed::value).collect(ImmutableList.toImmutableList());
    }

    private static String groupKey(String account, String name) {
        return account + "/" + name;
    }
}
