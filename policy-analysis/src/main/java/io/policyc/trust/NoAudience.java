package io.policyc.trust;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.vocabulary.SharedIssuer;

/**
 * The audience is not asked for. STS takes a token only for an audience that the provider in IAM lists, and that list is
 * shared by all roles of the account.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html">ClientIDList</a>
 */
final class NoAudience implements TokenRule {
    /** What Login with Amazon and Facebook call app_id is the audience of their tokens. */
    private static final ImmutableList<String> AUDIENCE = ImmutableList.of("aud", "oaud", "app_id");

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        boolean asked = AUDIENCE.stream()
                .anyMatch(claim -> statement.ofClaim(issuer, claim).anyMatch(Narrowing::narrowsWhatIsThere));
        boolean saidAlready = SharedIssuer.named(issuer)
                .filter(shared -> RefusedByAws.isRefused(statement, shared)
                        && shared.required().get(0).folded().endsWith(":aud"))
                .isPresent();
        if (!asked && !saidAlready) {
            findings.add(statement.finding(
                    TrustFindings.NO_AUDIENCE,
                    "tokens for every audience that the provider " + Printable.quoted(issuer) + " lists get in",
                    "ask by StringEquals for " + Printable.quoted(issuer + ":aud") + ", mostly sts.amazonaws.com"));
        }
    }
}
