package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.FindingId;

/**
 * Why a credential should not be there. An error is access that nobody should have today; a warning is work that is
 * overdue.
 */
public final class CredentialFindings {
    public static final FindingId ROOT_KEY = FindingId.error("credential.root-key");
    public static final FindingId ADMINISTRATOR = FindingId.error("credential.administrator");
    public static final FindingId DEPARTED_OWNER = FindingId.error("credential.departed-owner");
    public static final FindingId WITHOUT_MFA = FindingId.error("credential.without-mfa");
    public static final FindingId OLD = FindingId.warning("credential.old");
    public static final FindingId NEVER_USED = FindingId.warning("credential.never-used");
    public static final FindingId UNUSED = FindingId.warning("credential.unused");
    public static final FindingId TWO_ACTIVE_KEYS = FindingId.warning("credential.two-active-keys");
    public static final FindingId WITHOUT_OWNER = FindingId.warning("credential.without-owner");

    /** All of them, in the order in which they are listed. */
    public static final ImmutableList<FindingId> ALL = ImmutableList.of(
            ROOT_KEY,
            ADMINISTRATOR,
            DEPARTED_OWNER,
            WITHOUT_MFA,
            OLD,
            NEVER_USED,
            UNUSED,
            TWO_ACTIVE_KEYS,
            WITHOUT_OWNER);

    private CredentialFindings() {}
}
