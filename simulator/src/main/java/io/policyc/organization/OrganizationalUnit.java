package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import java.util.Optional;

/**
 * An organizational unit, or the root, which is one at the top.
 *
 * @param id {@code r-…} of the root, {@code ou-…} of a unit; empty where the file does not say
 * @param policies the SCPs attached to the unit itself
 */
public record OrganizationalUnit(
        String name,
        Optional<String> id,
        ImmutableList<LocatedPolicy> policies,
        ImmutableList<OrganizationalUnit> units,
        ImmutableList<Account> accounts) {}
