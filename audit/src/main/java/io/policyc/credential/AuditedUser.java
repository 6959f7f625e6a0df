package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.AdministratorAccess;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * A row of a credential report, judged.
 *
 * @param place the row
 * @param name as the report has it; {@link LongLivedCredential#ROOT} for the root user
 * @param owner empty if nobody is known to answer for the user
 * @param credentials those that the user has, and those of which the report does not say whether they are there; may be none
 */
public record AuditedUser(
        SourceSpan place,
        String account,
        String name,
        String arn,
        Optional<Owner> owner,
        AdministratorAccess administrator,
        ImmutableList<JudgedCredential> credentials) {
    boolean hasFindings() {
        return credentials.stream()
                .anyMatch(credential -> !credential.audited().reasons().isEmpty());
    }
}
