package io.policyc.request;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import java.util.Optional;

/**
 * What the ARN of a principal says.
 *
 * @param kind a word of {@link PrincipalNames}
 * @param name with the path before it; the empty string for a root user
 */
record PrincipalArn(String kind, String name, String account) {
    /** Takes an ARN apart; empty after a finding. */
    static Optional<PrincipalArn> read(ScalarNode node, Findings findings) {
        Optional<Arn> parsed = Arn.parse(node.text()).filter(arn -> Arn.isAccountId(arn.account()));
        String resource = parsed.map(Arn::resource).orElse("");
        int slash = resource.indexOf('/');
        String type = parsed.map(Arn::service).orElse("") + ":" + (slash < 0 ? resource : resource.substring(0, slash));
        if (type.equals("sts:assumed-role")) {
            findings.add(
                    RequestFindings.ASSUMED_ROLE_ARN,
                    node.span(),
                    "the ARN of a session does not tell its role's path, so aws:PrincipalArn cannot be rebuilt from it",
                    "give the role: arn:aws:iam::ACCOUNT:role/path/name, or role/path/name");
            return Optional.empty();
        }
        Optional<String> kind = switch (type) {
            case "iam:user" -> Optional.of(PrincipalNames.IAM_USER);
            case "iam:role" -> Optional.of(PrincipalNames.ROLE);
            case "iam:root" -> Optional.of(PrincipalNames.ROOT);
            case "sts:federated-user" -> Optional.of(PrincipalNames.FEDERATED_USER);
            default -> Optional.empty();
        };
        if (kind.isEmpty() || !parsed.orElseThrow().partition().equals("aws")) {
            findings.add(
                    RequestFindings.INVALID_PRINCIPAL,
                    node.span(),
                    Printable.quoted(node.text()) + " is not the ARN of a principal in partition `aws`",
                    "arn:aws:iam::ACCOUNT:user/…, …:role/…, …:root, or arn:aws:sts::ACCOUNT:federated-user/…");
            return Optional.empty();
        }
        String name = slash < 0 ? "" : resource.substring(slash + 1);
        return Optional.of(
                new PrincipalArn(kind.get(), name, parsed.orElseThrow().account()));
    }
}
