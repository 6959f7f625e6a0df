package io.policyc.role;

import com.google.common.collect.ImmutableMap;
import io.policyc.intent.IntentContext;

/**
 * What a repository says for its roles.
 *
 * @param intents values, groups and the partition
 * @param accounts ids of accounts by name
 */
public record RoleContext(IntentContext intents, ImmutableMap<String, String> accounts) {
    /** Of a role that stands alone. */
    public static final RoleContext NONE = new RoleContext(IntentContext.NONE, ImmutableMap.of());
}
