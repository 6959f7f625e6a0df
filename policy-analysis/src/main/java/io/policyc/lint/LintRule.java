package io.policyc.lint;

import io.policyc.finding.Findings;

/** One thing to look for in a statement. */
public interface LintRule {
    void check(LocatedStatement statement, Findings findings);
}
