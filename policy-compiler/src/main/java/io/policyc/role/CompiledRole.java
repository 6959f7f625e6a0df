package io.policyc.role;

import io.policyc.policy.LocatedPolicy;
import java.util.Optional;

/**
 * A role intent and the policies that it means.
 *
 * @param trustPolicy empty for a permission set
 * @param permissionsPolicy the inline policy; empty if there are only managed ones
 */
public record CompiledRole(
        RoleIntent intent, Optional<LocatedPolicy> trustPolicy, Optional<LocatedPolicy> permissionsPolicy) {}
