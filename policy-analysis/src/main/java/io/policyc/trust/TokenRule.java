package io.policyc.trust;

import io.policyc.finding.Findings;

/** One thing to look for where holders of a provider's tokens are let in. */
interface TokenRule extends TrustRule {
    void check(TrustStatement statement, String issuer, Findings findings);

    @Override
    default void check(TrustStatement statement, Findings findings) {
        if (statement.allows("sts:AssumeRoleWithWebIdentity")) {
            statement.issuers().forEach(issuer -> check(statement, issuer, findings));
        }
    }
}
