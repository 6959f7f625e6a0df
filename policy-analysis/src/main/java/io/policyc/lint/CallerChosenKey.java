package io.policyc.lint;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.policy.ConditionKey;

/**
 * A condition on a header that the caller writes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">aws:UserAgent,
 *     aws:Referer</a>
 */
final class CallerChosenKey implements ConditionRule {
    private static final ImmutableSet<ConditionKey> KEYS =
            ImmutableSet.of(ConditionKey.of("aws:UserAgent"), ConditionKey.of("aws:Referer"));

    static boolean isCallerChosen(ConditionKey key) {
        return KEYS.contains(key);
    }

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        if (isCallerChosen(condition.key())) {
            findings.add(condition.finding(
                    LintFindings.CALLER_CHOSEN_KEY,
                    "`" + condition.key()
                            + "` is whatever the caller says, so callers decide whether this statement applies",
                    "it guides honest clients and stops nobody else; for long-lived keys, ask for"
                            + " aws:PrincipalArn of a user and Null aws:TokenIssueTime true"));
        }
    }
}
