package io.policyc.comparison;

import io.policyc.comparison.Answer.Answered;
import io.policyc.expectation.TestedPolicies;
import io.policyc.request.Request;
import java.util.Optional;

/**
 * A request that is answered in two ways, with as little in it as was found.
 *
 * @param policies what it meets
 * @param limit why there may be a smaller one; empty if nothing more can be taken out alone
 */
public record SmallestRequest(TestedPolicies policies, Request request, Answered service, Optional<String> limit) {}
