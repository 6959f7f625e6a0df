package io.policyc.expectation;

import com.google.common.collect.ImmutableList;

/** A file of tests: what is tested, and each case in the order of the file. */
public record TestFile(String name, TestedPolicies policies, ImmutableList<ExpectationCase> cases) {}
