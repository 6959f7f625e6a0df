package io.policyc.lint;

import io.policyc.finding.Findings;

/** One thing to look for in a single condition. */
public interface ConditionRule extends LintRule {
    void check(LocatedCondition condition, Findings findings);

    @Override
    default void check(LocatedStatement statement, Findings findings) {
        statement.conditions().forEach(condition -> check(condition, findings));
    }
}
