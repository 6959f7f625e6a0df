package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.TestedPolicies;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import java.util.Optional;

/** Policies written down in tests. */
final class Policies {
    private Policies() {}

    /** A Deny of everything under one condition, in a document of the current version. */
    static LocatedPolicy denyIf(String condition) {
        return read(
                PolicyType.SERVICE_CONTROL_POLICY,
                "{'Version':'2012-10-17','Statement':{'Effect':'Deny','Action':'*','Resource':'*','Condition':{"
                        + condition + "}}}");
    }

    static LocatedPolicy read(PolicyType type, String json) {
        return PolicyReader.read("P", SourceText.of("p.json", json.replace('\'', '"')), type)
                .orThrow();
    }

    static TestedPolicies denyingIf(String condition) {
        return TestedPolicies.trial(ImmutableList.of(denyIf(condition)));
    }

    /** Everything is allowed, and looked at. */
    static TestedPolicies granting(Optional<LocatedPolicy> boundary, Optional<LocatedPolicy> resource) {
        return new TestedPolicies(
                Optional.empty(),
                Optional.empty(),
                ImmutableList.of(),
                Optional.of(ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS)),
                boundary,
                ImmutableList.of(),
                resource,
                Optional.empty());
    }
}
