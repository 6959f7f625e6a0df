package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.policy.LocatedPolicy;

/** One thing to look for in a policy. */
interface LintRule {
    void check(LocatedPolicy policy, Findings findings);
}
