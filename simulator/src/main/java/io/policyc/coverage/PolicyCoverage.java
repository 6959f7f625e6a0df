package io.policyc.coverage;

import com.google.common.collect.ImmutableList;

/**
 * What tests exercise of one policy.
 *
 * @param met whether a request met it at all
 * @param statements how many a request matched
 * @param conditions how many of the ways in which a request can meet each of them
 * @param exceptions how many alone spared a request
 * @param gaps what is missing, in the order of the text; of a statement that no request was about, and of a policy that no
 *     request met, the parts are not listed
 */
public record PolicyCoverage(
        String policy, boolean met, Counts statements, Counts conditions, Counts exceptions, ImmutableList<Gap> gaps) {

    /** All parts together. */
    public Counts total() {
        return statements.plus(conditions).plus(exceptions);
    }
}
