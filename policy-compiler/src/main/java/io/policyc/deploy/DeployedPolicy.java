package io.policyc.deploy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A policy as AWS is to have it.
 *
 * @param name unique in the organization
 * @param content the minified text, which is what AWS counts
 * @param targets the ids of the root, units and accounts that it is attached to, in the order of the organization
 */
public record DeployedPolicy(
        String name, Optional<String> description, String content, ImmutableList<String> targets) {}
