package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Arn;
import io.policyc.policy.LocatedPolicy;

/**
 * An account of an organization.
 *
 * @param id twelve digits
 * @param policies the SCPs attached to the account itself
 */
public record Account(String name, String id, ImmutableList<LocatedPolicy> policies) {
    public Account {
        if (!Arn.isAccountId(id)) {
            throw new IllegalArgumentException("an account id has twelve digits: " + id);
        }
    }
}
