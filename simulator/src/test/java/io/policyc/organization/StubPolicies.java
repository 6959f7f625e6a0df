package io.policyc.organization;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import java.util.Optional;

/** Policies by name for tests; {@code Broken} is known and cannot be used. */
public final class StubPolicies implements PolicyResolver {
    public static final FindingId BROKEN = FindingId.error("stub.broken");

    private final ImmutableMap<String, LocatedPolicy> policies;

    private StubPolicies(ImmutableMap<String, LocatedPolicy> policies) {
        this.policies = policies;
    }

    /** Each policy by its name. */
    public static StubPolicies of(LocatedPolicy... policies) {
        ImmutableMap.Builder<String, LocatedPolicy> byName = ImmutableMap.builder();
        for (LocatedPolicy policy : policies) {
            byName.put(policy.name(), policy);
        }
        return new StubPolicies(byName.buildOrThrow());
    }

    /** Reads a policy that a test writes down. */
    public static LocatedPolicy policy(String name, String json) {
        SourceText text = SourceText.of("policies/" + name + ".json", json);
        return PolicyReader.read(name, text, PolicyType.SERVICE_CONTROL_POLICY).orThrow();
    }

    @Override
    public Optional<Checked<ImmutableList<LocatedPolicy>>> resolve(String reference, PolicyType type) {
        if (reference.equals("Broken")) {
            return Optional.of(Checked.failed(Finding.withoutPlace(BROKEN, "does not compile")));
        }
        return Optional.ofNullable(policies.get(reference)).map(policy -> Checked.of(ImmutableList.of(policy)));
    }

    @Override
    public ImmutableCollection<String> names() {
        return policies.keySet();
    }
}
