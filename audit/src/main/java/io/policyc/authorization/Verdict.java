package io.policyc.authorization;

import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.simulator.Truth;

/**
 * Whether some policies make an administrator.
 *
 * @param open the keys that it depends on
 */
record Verdict(Truth held, String because, ImmutableSet<ConditionKey> open) {
    boolean asksWho() {
        return open.stream().anyMatch(Caller::asksWho);
    }

    AdministratorAccess access() {
        return new AdministratorAccess(held, because);
    }
}
