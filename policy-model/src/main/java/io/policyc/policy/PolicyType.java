package io.policyc.policy;

import com.google.common.collect.ImmutableSet;

/**
 * The types of policies and what the grammar of each allows.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">Policy types</a>
 */
public enum PolicyType {
    /**
     * The most that principals of an organization's accounts may do.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html">
     *     SCP syntax</a>
     */
    SERVICE_CONTROL_POLICY("a service control policy", Presence.FORBIDDEN, Presence.REQUIRED),
    /**
     * The most that anybody may do to resources of an organization's accounts.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html">
     *     RCP syntax</a>
     */
    RESOURCE_CONTROL_POLICY("a resource control policy", Presence.REQUIRED, Presence.REQUIRED),
    IDENTITY_POLICY("an identity-based policy", Presence.FORBIDDEN, Presence.REQUIRED),
    PERMISSIONS_BOUNDARY("a permissions boundary", Presence.FORBIDDEN, Presence.REQUIRED),
    SESSION_POLICY("a session policy", Presence.FORBIDDEN, Presence.REQUIRED),
    RESOURCE_POLICY("a resource-based policy", Presence.REQUIRED, Presence.REQUIRED),
    TRUST_POLICY("a role trust policy", Presence.REQUIRED, Presence.FORBIDDEN);

    /** Whether an element must, may not, or need not stand in a statement. */
    enum Presence {
        REQUIRED,
        FORBIDDEN
    }

    private final String words;
    private final Presence principal;
    private final Presence resource;

    PolicyType(String words, Presence principal, Presence resource) {
        this.words = words;
        this.principal = principal;
        this.resource = resource;
    }

    /** The type in words for a message, with its article. */
    public String words() {
        return words;
    }

    Presence principal() {
        return principal;
    }

    Presence resource() {
        return resource;
    }

    /**
     * Whether AWS takes an ARN of fewer than six fields and completes it.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar: resource_string</a>
     */
    boolean completesArns() {
        return this == IDENTITY_POLICY || this == PERMISSIONS_BOUNDARY;
    }

    /** The effects that an author may write; the only allowing RCP is AWS's own RCPFullAWSAccess. */
    ImmutableSet<Effect> effects() {
        return this == RESOURCE_CONTROL_POLICY
                ? ImmutableSet.of(Effect.DENY)
                : ImmutableSet.of(Effect.ALLOW, Effect.DENY);
    }
}
