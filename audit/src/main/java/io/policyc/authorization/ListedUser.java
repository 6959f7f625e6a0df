package io.policyc.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * A user as the details have it.
 *
 * @param tags empty if they do not say
 */
record ListedUser(String arn, Optional<ImmutableMap<String, String>> tags, Holding holding) {
    /**
     * What decides about the access of a user. Most users share theirs with others.
     *
     * @param groups names
     * @param boundary the ARN of a managed policy
     */
    record Holding(
            String partition,
            String account,
            HeldPolicies policies,
            ImmutableList<String> groups,
            Optional<String> boundary) {}
}
