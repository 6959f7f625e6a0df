package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.AdministratorAccess;
import io.policyc.finding.FindingId;
import java.util.Optional;

/**
 * A credential with all that is known of it, and why it should not be there.
 *
 * @param owner empty if nobody is known to answer for it
 * @param reasons empty if nothing is wrong with it
 */
public record AuditedCredential(
        LongLivedCredential credential,
        Optional<Owner> owner,
        AdministratorAccess administrator,
        ImmutableList<Reason> reasons) {

    /** Why a credential is a finding; the message says so in words, with figures. */
    public record Reason(FindingId id, String message) {}
}
