package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;

/**
 * An organizational unit, or the root, which is one at the top.
 *
 * @param policies the SCPs attached to the unit itself
 */
public record OrganizationalUnit(
        String name,
        ImmutableList<LocatedPolicy> policies,
        ImmutableList<OrganizationalUnit> units,
        ImmutableList<Account> accounts) {}
