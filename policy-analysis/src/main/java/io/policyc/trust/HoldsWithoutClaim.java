package io.policyc.trust;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.vocabulary.Claims;

/**
 * A condition of an Allow that is true for a token without the claim: by IfExists, by ForAllValues, or as it only keeps some
 * out.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists">
 *     IfExists</a>
 */
final class HoldsWithoutClaim implements TokenRule {

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        statement
                .ofIssuer(issuer)
                .filter(condition -> condition.comparison() != Comparison.NULL)
                .filter(condition -> Claims.of(issuer).contains(Claims.claim(condition.key())))
                .filter(Consequence::holdsWithout)
                .filter(condition -> !condition.presenceIsAsked())
                .forEach(condition -> findings.add(
                        condition.finding(TrustFindings.HOLDS_WITHOUT_CLAIM, message(condition), help(condition))));
    }

    private static String message(LocatedCondition condition) {
        String claim = Printable.quoted(Claims.claim(condition.key()));
        return condition.comparison().negated()
                ? "tokens with any other " + claim + " get in, and tokens without one"
                : "tokens without " + claim + " get in by "
                        + condition.operator().word();
    }

    private static String help(LocatedCondition condition) {
        if (condition.comparison().negated()) {
            return "name those who shall get in; what is left out can be a Deny statement";
        }
        ConditionOperator operator = condition.operator();
        ConditionOperator plain = new ConditionOperator(SetQualifier.NONE, operator.comparison(), false);
        return "write " + plain.word();
    }
}
