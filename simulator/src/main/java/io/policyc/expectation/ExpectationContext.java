package io.policyc.expectation;

import io.policyc.node.ReferredFiles;
import io.policyc.organization.Organization;
import io.policyc.organization.PolicyResolver;
import java.util.Optional;

/**
 * What a test file may refer to: policies by name, the organization of the workspace, if it has one, and files with what
 * AWS said of a request.
 */
public record ExpectationContext(PolicyResolver policies, Optional<Organization> organization, ReferredFiles files) {

    /** Without files. */
    public ExpectationContext(PolicyResolver policies, Optional<Organization> organization) {
        this(policies, organization, ReferredFiles.NONE);
    }
}
