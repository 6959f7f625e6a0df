package io.policyc.trust;

import io.policyc.finding.Findings;

/**
 * Guests of an identity pool, who signed in nowhere, are let in beside its users.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html">Role trust and
 *     permissions</a>
 */
final class Guests implements TokenRule {
    private static final String COGNITO = "cognito-identity.amazonaws.com";

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        boolean asked = statement.ofClaim(issuer, "amr").anyMatch(Narrowing::narrows);
        if (issuer.equals(COGNITO) && !asked) {
            findings.add(statement.finding(
                    TrustFindings.GUESTS,
                    "guests of the identity pool get in like those who signed in",
                    "ask by ForAnyValue:StringLike for " + COGNITO + ":amr, authenticated or unauthenticated"));
        }
    }
}
