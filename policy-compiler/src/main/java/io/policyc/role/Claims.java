package io.policyc.role;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ObjectNode;

/** What is known of the claims that STS evaluates. */
final class Claims {
    private Claims() {}

    /** That nobody can tell whether a condition on the claim ever holds. */
    static void reportUnchecked(ObjectNode.Member claim, String issuer, Findings findings) {
        findings.add(
                RoleFindings.UNCHECKED_CLAIM,
                claim.keySpan(),
                "cannot tell whether STS evaluates the claim " + Printable.quoted(claim.key()) + " of tokens of `"
                        + Printable.line(issuer) + "`: AWS documents it for some issuers only",
                "if it does not, nobody can assume the role; `sub` is always evaluated");
    }
}
