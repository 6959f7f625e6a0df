package io.policyc.authorization;

import com.google.common.collect.ImmutableList;

/**
 * The policies of a user or a group.
 *
 * @param attached the ARNs of managed policies
 */
record HeldPolicies(ImmutableList<Inline> inline, ImmutableList<String> attached) {
    /** A policy that belongs to one user or group only. */
    record Inline(String name, Document document) {}
}
