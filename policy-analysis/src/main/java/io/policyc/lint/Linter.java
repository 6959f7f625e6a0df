package io.policyc.lint;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.policy.LocatedPolicy;

/** Looks a policy over with all rules; findings in the order of the rules, then of the statements. */
public final class Linter {
    private static final ImmutableList<LintRule> RULES = ImmutableList.of();

    private Linter() {}

    public static ImmutableList<Finding> lint(LocatedPolicy policy) {
        Findings findings = new Findings();
        RULES.forEach(rule -> rule.check(policy, findings));
        return findings.toList();
    }
}
