package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Statement;

/** A statement's verdict on a request, and that of each of its parts. */
public record StatementExplanation(
        Statement statement,
        Truth truth,
        Truth principal,
        Truth action,
        Truth resource,
        ImmutableList<ConditionExplanation> conditions) {}
