package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.policy.ConditionKey;
import io.policyc.vocabulary.ContextKeys;

/**
 * A condition key that the catalogue does not have. Keys of identity providers carry the provider's own host name and
 * claims, of which there is no catalogue.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service Authorization
 *     Reference</a>
 */
final class UnknownConditionKey implements ConditionRule {

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        ConditionKey key = condition.key();
        if (condition.keyType().isPresent() || isOfIdentityProvider(key)) {
            return;
        }
        findings.add(condition.finding(
                LintFindings.UNKNOWN_CONDITION_KEY,
                "condition key " + Printable.quoted(key.spelling()) + " is not in the catalogue of " + ContextKeys.DATE,
                Suggestions.nearest(key.spelling(), ContextKeys.names(), findings)
                        .map(name -> "did you mean `" + name + "`?")
                        .orElse("a key that no request carries makes a negated operator true and every other false")));
    }

    private static boolean isOfIdentityProvider(ConditionKey key) {
        return key.folded().substring(0, key.folded().indexOf(':')).contains(".");
    }
}
