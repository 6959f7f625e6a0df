package io.policyc.deploy;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import java.util.Optional;

/**
 * A policy as AWS is to have it.
 *
 * @param name unique in the organization
 * @param content the minified text, which is what AWS counts
 * @param targets the ids of the root, units and accounts that it is attached to, in the order of the organization
 */
public record DeployedPolicy(String name, Optional<String> description, String content, ImmutableList<String> targets) {

    /** The name of a policy in AWS; empty if its file has a name that AWS does not take. */
    public static Optional<String> nameOf(LocatedPolicy policy) {
        return policy.name().endsWith(ToolNames.ENDING) ? ToolNames.ofPath(policy.name()) : Optional.of(policy.name());
    }
}
