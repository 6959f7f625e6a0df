package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of the calls of some time: those that the policies deny.
 *
 * @param from the first moment that the logs cover
 * @param to the last one
 */
public record Replay(Instant from, Instant to, ImmutableList<DeniedCall> denied) {

    /**
     * Calls of one principal and action that a policy denies.
     *
     * @param principal the ARN of the user, role or root user
     * @param calls how many, at least one
     */
    public record DeniedCall(
            String principal, String action, Optional<String> policy, long calls, Instant first, Instant last) {}
}
