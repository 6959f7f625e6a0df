package io.policyc.trust;

import io.policyc.finding.Findings;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionKey;
import io.policyc.vocabulary.SharedIssuer;
import java.util.stream.Collectors;

/**
 * A statement that AWS refuses when a role is made or its trust policy changed, as a provider of many customers is trusted
 * without asking whose token it is. Roles from before June 2025 keep such a policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">
 *     Identity-provider controls</a>
 */
final class RefusedByAws implements TokenRule {

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        SharedIssuer.named(issuer)
                .filter(shared -> isRefused(statement, shared))
                .ifPresent(shared -> findings.add(statement.finding(
                        TrustFindings.REFUSED_BY_AWS,
                        "AWS refuses a role with this statement, which does not ask whose token of `" + issuer
                                + "` it is"
                                + (NoSubject.isOpen(statement, issuer)
                                        ? "; in a role from before June 2025 it lets in every customer"
                                        : ""),
                        "ask by StringEquals for " + keys(shared) + ", as required on " + SharedIssuer.DATE)));
    }

    static boolean isRefused(TrustStatement statement, SharedIssuer shared) {
        return statement.conditions().stream()
                .filter(condition -> shared.required().contains(condition.key()))
                .noneMatch(RefusedByAws::isTaken);
    }

    /** AWS was seen to take ForAllValues; a list with one value that is scoped to all is refused. */
    private static boolean isTaken(LocatedCondition condition) {
        boolean string = condition.comparison().family() == Comparison.Family.STRING;
        return string
                && Narrowing.isAsked(condition)
                && condition.values().stream().noneMatch(value -> Narrowing.isScopedToAll(condition, value));
    }

    private static String keys(SharedIssuer shared) {
        return shared.required().stream().map(ConditionKey::spelling).collect(Collectors.joining(" or "));
    }
}
