package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Exemption;
import io.policyc.simulator.Planner.PlannedStage;
import java.util.Optional;

/**
 * The policies that apply to one request.
 *
 * @param scps from the root to the account; none if SCPs do not bind the request
 * @param exemption why they do not
 * @param rcps empty if there are none, or they certainly do not bind the request
 * @param rcpsBind whether they do
 * @param access the policies that grant; empty if only the organization's are looked at
 */
record Applied(
        ImmutableList<PlannedStage> scps,
        Optional<Exemption> exemption,
        Optional<PlannedStage> rcps,
        Truth rcpsBind,
        Optional<PlannedAccess> access) {

    /**
     * The policies that grant, and what limits the grants.
     *
     * @param session empty if the session was begun without policies of its own
     * @param resource the resource's own policy; of a role its trust policy
     */
    record PlannedAccess(
            PlannedStage identity,
            Optional<PlannedStage> boundary,
            Optional<PlannedStage> session,
            Optional<PlannedStage> resource) {

        ImmutableList<PlannedStage> stages() {
            ImmutableList.Builder<PlannedStage> stages = ImmutableList.builder();
            resource.ifPresent(stages::add);
            stages.add(identity);
            boundary.ifPresent(stages::add);
            session.ifPresent(stages::add);
            return stages.build();
        }
    }

    /** All of them, in the order in which AWS documents them. */
    ImmutableList<PlannedStage> stages() {
        ImmutableList.Builder<PlannedStage> stages = ImmutableList.builder();
        rcps.ifPresent(stages::add);
        stages.addAll(scps);
        access.ifPresent(found -> stages.addAll(found.stages()));
        return stages.build();
    }

    Decision.Basis basis() {
        return access.isPresent() ? Decision.Basis.ALL : Decision.Basis.ORGANIZATION;
    }
}
