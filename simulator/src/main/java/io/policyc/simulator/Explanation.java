package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.Request;
import java.util.Optional;

/**
 * A decision with everything that led to it: resource, level, policy, statement, condition, each with its verdict.
 *
 * @param resources one tree a resource of the request; empty if the request is exempt
 */
public record Explanation(Request request, Decision decision, ImmutableList<ResourceExplanation> resources) {

    /**
     * The decision on one of the request's resources.
     *
     * @param resource empty if the request names none
     */
    public record ResourceExplanation(
            Optional<String> resource, Decision decision, ImmutableList<LevelExplanation> levels) {}

    /** The root, a unit or the account and the policies attached to it, or the policies of another type. */
    public record LevelExplanation(Stage stage, ImmutableList<PolicyExplanation> policies) {
        public String name() {
            return stage.name();
        }
    }

    /** A policy and its statements, in its order. */
    public record PolicyExplanation(LocatedPolicy policy, ImmutableList<StatementExplanation> statements) {}
}
