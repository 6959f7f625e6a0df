package io.policyc.trust;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.PrincipalElement.Kind;
import java.util.Optional;

/**
 * A call that the principal cannot make: a token is shown by AssumeRoleWithWebIdentity, an assertion by AssumeRoleWithSAML,
 * and who has credentials calls AssumeRole.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare AWS STS
 *     credentials</a>
 */
final class WrongAction implements TrustRule {
    private static final String ROLE = "sts:AssumeRole";
    private static final String TOKEN = "sts:AssumeRoleWithWebIdentity";
    private static final String SAML = "sts:AssumeRoleWithSAML";
    private static final ImmutableList<String> CALLS = ImmutableList.of(ROLE, TOKEN, SAML);

    private static final ImmutableMap<String, String> WITH = ImmutableMap.of(
            ROLE, "credentials of an account", TOKEN, "a token of a provider", SAML, "an assertion of a SAML provider");

    @Override
    public void check(TrustStatement statement, Findings findings) {
        for (Kind kind : Kind.values()) {
            for (String principal : statement.listed(kind)) {
                String needed = needed(kind, principal);
                wrong(statement, needed)
                        .ifPresent(other -> findings.add(statement.finding(
                                TrustFindings.WRONG_ACTION,
                                Printable.quoted(principal) + " never gets in by " + other + ", which takes "
                                        + WITH.get(other),
                                "allow " + needed)));
            }
        }
    }

    private static String needed(Kind kind, String principal) {
        if (kind != Kind.FEDERATED) {
            return ROLE;
        }
        return principal.contains(":saml-provider/") ? SAML : TOKEN;
    }

    /** A call that is allowed where the one that is needed is not. */
    private static Optional<String> wrong(TrustStatement statement, String needed) {
        return statement.allows(needed)
                ? Optional.empty()
                : CALLS.stream().filter(statement::allows).findFirst();
    }
}
