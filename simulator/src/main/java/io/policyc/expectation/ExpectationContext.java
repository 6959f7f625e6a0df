package io.policyc.expectation;

import io.policyc.organization.Organization;
import io.policyc.organization.PolicyResolver;
import java.util.Optional;

/** What a test file may refer to: policies by name, and the organization of the workspace, if it has one. */
public record ExpectationContext(PolicyResolver policies, Optional<Organization> organization) {}
