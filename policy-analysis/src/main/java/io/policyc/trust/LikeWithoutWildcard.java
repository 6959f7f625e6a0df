package io.policyc.trust;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.Comparison;
import io.policyc.vocabulary.Claims;

/**
 * StringLike where no value has a wildcard: the next one who edits it may add one. AWS's own examples write it for amr.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html">Role trust and
 *     permissions</a>
 */
final class LikeWithoutWildcard implements TokenRule {

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        statement
                .ofIssuer(issuer)
                .filter(condition -> condition.comparison() == Comparison.STRING_LIKE
                        && !Claims.claim(condition.key()).equals("amr"))
                .filter(LikeWithoutWildcard::hasNone)
                .forEach(condition -> findings.add(condition.finding(
                        TrustFindings.LIKE_WITHOUT_WILDCARD,
                        "no value of " + Printable.quoted(condition.key().spelling()) + " has a wildcard",
                        "write "
                                + condition
                                        .operator()
                                        .withComparison(Comparison.STRING_EQUALS)
                                        .word())));
    }

    private static boolean hasNone(LocatedCondition condition) {
        return condition.values().stream()
                .flatMap(value -> condition.parts(value).stream())
                .noneMatch(Narrowing::isWildcard);
    }
}
