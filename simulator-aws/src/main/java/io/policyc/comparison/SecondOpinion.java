package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.TestedPolicies;
import io.policyc.request.Request;

/** What somebody else than the offline simulator says of requests. */
@FunctionalInterface
public interface SecondOpinion {
    /**
     * Answers requests that meet the same policies, in their order.
     *
     * @throws ServiceFailure if there is no answer to one of them
     */
    ImmutableList<Answer> answers(TestedPolicies policies, ImmutableList<Request> requests);
}
