package io.policyc.lint;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.policy.ConditionKey;
import java.util.List;

/**
 * A Deny of everything whose only limit is a list of principals that it spares. Beside that list there may be conditions
 * that callers or the calendar decide; any other condition (a Region, a network, an account) is a purpose of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">Whom SCPs
 *     restrict</a>
 */
final class SparesOnlyTheListed implements LintRule {
    private static final ImmutableSet<ConditionKey> CALENDAR =
            ImmutableSet.of(ConditionKey.of("aws:CurrentTime"), ConditionKey.of("aws:EpochTime"));

    @Override
    public void check(LocatedStatement statement, Findings findings) {
        if (!statement.denies() || !WholeStatements.isAboutEverything(statement.statement())) {
            return;
        }
        List<LocatedCondition> limits = statement.conditions().stream()
                .filter(condition -> !CallerChosenKey.isCallerChosen(condition.key()))
                .filter(condition -> !CALENDAR.contains(condition.key()))
                .toList();
        boolean onlyLists = limits.stream()
                .allMatch(condition -> condition.hasKey("aws:PrincipalArn")
                        && condition.comparison().negated());
        if (!limits.isEmpty() && onlyLists) {
            findings.add(
                    limits.get(0)
                            .finding(
                                    LintFindings.SPARES_ONLY_THE_LISTED,
                                    "the Deny of `*` spares only the principals listed here: it reaches every other"
                                            + " principal, roles of services and of CI among them",
                                    "say whom it is about as well, for example ArnLike aws:PrincipalArn arn:aws:iam::*:user/*"));
        }
    }
}
