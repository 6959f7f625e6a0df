package io.policyc.workspace;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import io.policyc.role.CompiledRole;
import java.util.Optional;

/**
 * The policies of a repository's roles by their names: where a trust policy is wanted the one of the role, where identity
 * policies are wanted what the role may do. Managed policies are not in the repository and not among them.
 */
record RolePolicies(PolicyResolver others, ImmutableList<CompiledRole> roles) implements PolicyResolver {
    @Override
    public Optional<Checked<ImmutableList<LocatedPolicy>>> resolve(String reference, PolicyType type) {
        ImmutableList<CompiledRole> named = roles.stream()
                .filter(role -> role.intent().name().equals(reference))
                .collect(ImmutableList.toImmutableList());
        // The same name in two accounts says nothing.
        Optional<LocatedPolicy> policy = named.size() == 1 ? policy(named.get(0), type) : Optional.empty();
        return policy.map(found -> Checked.of(ImmutableList.of(found))).or(() -> others.resolve(reference, type));
    }

    private static Optional<LocatedPolicy> policy(CompiledRole role, PolicyType type) {
        return switch (type) {
            case TRUST_POLICY -> role.trustPolicy();
            case IDENTITY_POLICY -> role.permissionsPolicy();
            default -> Optional.empty();
        };
    }

    @Override
    public ImmutableCollection<String> names() {
        return ImmutableSet.<String>builder()
                .addAll(others.names())
                .addAll(roles.stream().map(role -> role.intent().name()).toList())
                .build();
    }
}
