package io.policyc.simulator;

import io.policyc.policy.PolicyType;

/**
 * Policies that are put together before they count: those of one level of the organization, or all of one other type.
 *
 * @param name the name of the root, unit or account; for other types what they are
 */
public record Stage(PolicyType type, String name) {
    static final Stage RESOURCE_CONTROL = new Stage(PolicyType.RESOURCE_CONTROL_POLICY, "resource control policies");
    static final Stage IDENTITY = new Stage(PolicyType.IDENTITY_POLICY, "identity policies");
    static final Stage BOUNDARY = new Stage(PolicyType.PERMISSIONS_BOUNDARY, "permissions boundary");
    static final Stage SESSION = new Stage(PolicyType.SESSION_POLICY, "session policies");
    static final Stage RESOURCE = new Stage(PolicyType.RESOURCE_POLICY, "resource policy");
    static final Stage TRUST = new Stage(PolicyType.TRUST_POLICY, "trust policy");

    static Stage level(String name) {
        return new Stage(PolicyType.SERVICE_CONTROL_POLICY, name);
    }

    boolean isLevel() {
        return type == PolicyType.SERVICE_CONTROL_POLICY;
    }
}
