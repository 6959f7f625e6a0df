package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;

/** One step on the way from the root to an account, with the SCPs attached directly to it. */
public record Level(String name, ImmutableList<LocatedPolicy> policies) {}
