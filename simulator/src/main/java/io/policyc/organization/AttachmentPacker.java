package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;

/** Makes the policies of a root, unit or account fewer where more are attached to it than AWS takes. */
public interface AttachmentPacker {
    /** Leaves everything as it is. */
    AttachmentPacker NONE = (node, attached, most) -> attached;

    /**
     * Policies that decide as those do, on the same node.
     *
     * @param node the names of units from the root down to the node, and of the account, joined with {@code /}; {@code Root} itself
     * @param attached more than {@code most}
     * @return those that were given if there is no way to make them few enough
     */
    ImmutableList<LocatedPolicy> pack(String node, ImmutableList<LocatedPolicy> attached, int most);
}
