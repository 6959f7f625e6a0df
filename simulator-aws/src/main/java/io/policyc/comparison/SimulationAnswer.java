package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.simulator.Outcome;
import java.util.Optional;

/**
 * What the service answered to a call, all of its pages.
 *
 * @param results one for each action, in the order of the answer
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">EvaluationResult</a>
 */
public record SimulationAnswer(ImmutableList<ActionResult> results) {

    /**
     * The result for one action; of several resources the most restrictive.
     *
     * @param decision never undetermined
     * @param resource as the service names it: an ARN, {@code *}, or a template for several
     * @param allowedByOrganizations empty if no SCPs were sent
     * @param allowedByBoundary empty if no boundary was sent
     * @param resources the results for single resources, if the call named any
     * @param missingContextValues keys that the service looked for and did not get; those of SCPs are left out
     * @param matchedStatements the ids of the policies whose statements decided; those of SCPs are left out
     */
    public record ActionResult(
            String action,
            Outcome decision,
            Optional<String> resource,
            Optional<Boolean> allowedByOrganizations,
            Optional<Boolean> allowedByBoundary,
            ImmutableList<ResourceResult> resources,
            ImmutableList<String> missingContextValues,
            ImmutableList<String> matchedStatements) {}

    /** The result for one action on one resource. */
    public record ResourceResult(String resource, Outcome decision) {}
}
