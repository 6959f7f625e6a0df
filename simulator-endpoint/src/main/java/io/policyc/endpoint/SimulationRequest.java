package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.organization.Level;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.ContextValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call of SimulateCustomPolicy, read and checked.
 *
 * @param levels SCPs from the root to the account; empty if SCPs are not simulated
 * @param resourceOwner the account that owns resources whose ARNs name none
 * @param context what the call itself gives
 * @param resources empty if none are given, which means {@code *}
 * @param start the index of the first action of the page
 */
record SimulationRequest(
        ImmutableList<LocatedPolicy> identity,
        ImmutableList<Level> levels,
        Optional<LocatedPolicy> boundary,
        Optional<LocatedPolicy> resourcePolicy,
        Optional<String> resourceOwner,
        Caller caller,
        ImmutableMap<ConditionKey, ContextValue> context,
        ImmutableList<String> actions,
        ImmutableList<String> resources,
        int maxItems,
        int start) {

    /** All policies but the SCPs, in the order in which their keys are reported. */
    Stream<LocatedPolicy> visiblePolicies() {
        return Stream.of(identity.stream(), boundary.stream(), resourcePolicy.stream())
                .flatMap(policies -> policies);
    }

    Stream<LocatedPolicy> policies() {
        return Stream.concat(visiblePolicies(), levels.stream().flatMap(level -> level.policies().stream()));
    }
}
