package io.policyc.trust;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.lint.LocatedCondition;
import io.policyc.vocabulary.Claims;
import java.util.Locale;
import java.util.Optional;

/** A condition on a claim of a provider that is not trusted here: no token has both, so the key is absent. */
final class OtherIssuer implements TrustRule {

    @Override
    public void check(TrustStatement statement, Findings findings) {
        if (statement.issuers().isEmpty()) {
            return;
        }
        for (LocatedCondition condition : statement.conditions()) {
            other(condition)
                    .filter(named -> statement.issuers().stream()
                            .noneMatch(issuer -> issuer.toLowerCase(Locale.ROOT).equals(named)))
                    .ifPresent(named -> findings.add(condition.finding(
                            TrustFindings.OTHER_ISSUER,
                            Printable.quoted(condition.key().spelling()) + " is absent from tokens of "
                                    + Printable.quoted(String.join(", ", statement.issuers()))
                                    + Consequence.ofAbsence(condition),
                            "the key starts with the provider's name as its ARN has it, without https://")));
        }
    }

    /** The issuer that a key names; with {@code https://} before it the key names nobody. */
    private static Optional<String> other(LocatedCondition condition) {
        String key = condition.key().folded();
        return Claims.isClaim(condition.key()) || key.startsWith("https:")
                ? Optional.of(Claims.issuer(condition.key()))
                : Optional.empty();
    }
}
