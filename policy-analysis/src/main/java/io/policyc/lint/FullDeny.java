package io.policyc.lint;

import io.policyc.finding.Findings;

/**
 * A Deny of everything on everything for everybody.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 */
final class FullDeny implements LintRule {

    @Override
    public void check(LocatedStatement statement, Findings findings) {
        if (statement.denies()
                && statement.conditions().isEmpty()
                && WholeStatements.isAboutEverything(statement.statement())) {
            findings.add(statement.finding(
                    LintFindings.FULL_DENY,
                    "nobody can do anything in the accounts below this statement, root users included",
                    "no Allow elsewhere helps against it; for a quarantine that is the purpose, otherwise limit it"));
        }
    }
}
