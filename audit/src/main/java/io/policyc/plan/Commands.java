package io.policyc.plan;

import com.google.common.collect.ImmutableList;

/**
 * Commands of the AWS CLI for a person to run: nothing here runs them.
 *
 * @param before why and with what they are run, a sentence each
 * @param run in this order; what stands for something that is not known here has an ellipsis
 * @param rollBack what undoes the last of them; empty if nothing does
 */
public record Commands(ImmutableList<String> before, ImmutableList<String> run, ImmutableList<String> rollBack) {
    static final Commands NONE = new Commands(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
}
