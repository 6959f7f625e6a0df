package io.policyc.cli;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import java.util.Optional;

/** Where there is no repository, no name refers to a policy. */
final class NoPolicies implements PolicyResolver {
    @Override
    public Optional<Checked<ImmutableList<LocatedPolicy>>> resolve(String reference, PolicyType type) {
        return Optional.empty();
    }

    @Override
    public ImmutableCollection<String> names() {
        return ImmutableList.of();
    }
}
