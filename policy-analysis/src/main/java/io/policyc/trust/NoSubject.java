package io.policyc.trust;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.vocabulary.Claims;
import io.policyc.vocabulary.SharedIssuer;

/**
 * Nothing of the token is asked for but its audience, which is the same for all who ask for AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html">Create a role for OpenID
 *     Connect federation</a>
 */
final class NoSubject implements TokenRule {
    private static final ImmutableSet<String> OF_ALL = ImmutableSet.of("aud", "oaud", "amr", "app_id");

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        if (isOpen(statement, issuer) && SharedIssuer.named(issuer).isEmpty()) {
            findings.add(statement.finding(
                    TrustFindings.NO_SUBJECT,
                    "every token of " + Printable.quoted(issuer) + " for the right audience gets in",
                    "ask by StringEquals for " + Printable.quoted(issuer + ":sub")));
        }
    }

    /** Whether no claim is asked for that tells one token from another. */
    static boolean isOpen(TrustStatement statement, String issuer) {
        return statement.ofIssuer(issuer).noneMatch(condition -> {
            String claim = Claims.claim(condition.key());
            // Every token has a subject.
            boolean narrows = claim.equals("sub")
                    ? Narrowing.narrowsWhatIsThere(condition)
                    : Narrowing.narrows(condition) && Claims.of(issuer).contains(claim);
            return narrows && !OF_ALL.contains(claim);
        });
    }
}
