package io.policyc.deploy;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.workspace.Workspace;

/**
 * The policies of a repository with what each is attached to: the compiled ones, those that were packed for one node, and
 * those written by hand that the organization attaches. FullAWSAccess is AWS's own and not among them.
 *
 * @param policies compiled ones in the order of the repository, packed ones, then others in the order of the organization
 */
public record Deployment(ImmutableList<DeployedPolicy> policies) {
    ImmutableList<String> names() {
        return policies.stream().map(DeployedPolicy::name).collect(ImmutableList.toImmutableList());
    }

    /** Of a repository that is sound; what it cannot be deployed for is among the findings. */
    public static Checked<Deployment> of(Workspace workspace) {
        return new DeploymentCollector(workspace).collect();
    }
}
