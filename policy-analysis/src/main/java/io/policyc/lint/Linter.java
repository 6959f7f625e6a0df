package io.policyc.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.policy.LocatedPolicy;

/**
 * Looks a policy over with all rules; findings in the order of the statements, then of the rules. What a compiled policy
 * says in several statements that come from one line of its intent is found once.
 */
public final class Linter {
    private static final ImmutableList<LintRule> RULES = ImmutableList.of(
            new FullDeny(),
            new SparesOnlyTheListed(),
            new CallerChosenKey(),
            new UserAgentNeverMatches(),
            new StringOperatorOnArnKey(),
            new StsSessionArn(),
            new IdentityCenterRegion(),
            new WildcardWithoutLike(),
            new MalformedValue(),
            new UnknownVariable(),
            new MultivaluedKey(),
            new ForAllValuesOnSingleValuedKey(),
            new NegatedKeyMayBeAbsent(),
            new UnknownConditionKey());

    /** What is true of a value in a policy of any type. */
    private static final ImmutableList<LintRule> OF_VALUES =
            ImmutableList.of(new WildcardWithoutLike(), new MalformedValue(), new UnknownVariable());

    private Linter() {}

    /** Looks over an SCP. */
    public static ImmutableList<Finding> lint(LocatedPolicy policy) {
        return lint(policy, RULES);
    }

    /** Looks over the values of a policy of whatever type. */
    public static ImmutableList<Finding> lintValues(LocatedPolicy policy) {
        return lint(policy, OF_VALUES);
    }

    /** Looks a policy over with some rules. */
    public static ImmutableList<Finding> lint(LocatedPolicy policy, Iterable<LintRule> rules) {
        Findings findings = new Findings();
        for (int i = 0; i < policy.document().statements().size(); i++) {
            LocatedStatement statement = new LocatedStatement(policy, i);
            rules.forEach(rule -> rule.check(statement, findings));
        }
        return ImmutableSet.copyOf(findings.toList()).asList();
    }
}
