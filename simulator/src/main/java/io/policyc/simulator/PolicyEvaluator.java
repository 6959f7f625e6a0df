package io.policyc.simulator;

import io.policyc.request.Request;

/** Answers what becomes of a request. */
public interface PolicyEvaluator {
    Decision evaluate(Request request);
}
