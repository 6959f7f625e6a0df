package io.policyc.expectation;

import com.google.common.collect.ImmutableList;

/** A file of tests, each case in the order of the file. */
public record TestFile(String name, ImmutableList<ExpectationCase> cases) {}
