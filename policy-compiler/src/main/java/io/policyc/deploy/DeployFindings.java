package io.policyc.deploy;

import io.policyc.finding.FindingId;

/** What can be wrong with policies that are to be deployed, and what whoever deploys them has to know. */
public final class DeployFindings {
    public static final FindingId MISSING_ID = FindingId.error("deploy.missing-id");
    public static final FindingId NO_NAME = FindingId.error("deploy.no-name");
    public static final FindingId DUPLICATE_NAME = FindingId.error("deploy.duplicate-name");
    public static final FindingId LONG_DESCRIPTION = FindingId.error("deploy.long-description");
    public static final FindingId TOO_LARGE = FindingId.error("deploy.too-large");
    public static final FindingId DYNAMIC_REFERENCE = FindingId.error("deploy.dynamic-reference");
    public static final FindingId UNKNOWN_PROVIDER = FindingId.error("deploy.unknown-provider");
    public static final FindingId NEW_PROVIDER = FindingId.info("deploy.new-provider");
    public static final FindingId NO_TARGETS = FindingId.info("deploy.no-targets");
    public static final FindingId FULL_AWS_ACCESS = FindingId.info("deploy.full-aws-access");

    private DeployFindings() {}
}
