package io.policyc.trust;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.vocabulary.Deputies;

/**
 * A service that acts for many customers may assume the role, whichever customer it acts for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
 */
final class ConfusedDeputy implements TrustRule {

    @Override
    public void check(TrustStatement statement, Findings findings) {
        if (statement.isNarrowedBy(key -> key.startsWith("aws:source"))) {
            return;
        }
        for (String service : statement.listed(Kind.SERVICE)) {
            Deputies.page(service)
                    .ifPresent(page -> findings.add(statement.finding(
                            TrustFindings.CONFUSED_DEPUTY,
                            Printable.quoted(service) + " may assume the role for a resource of any account",
                            "ask for aws:SourceAccount or aws:SourceArn, see " + page)));
        }
    }
}
