package io.policyc.request;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.Fields;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * Reads {@code credentials} and {@code mfa}. What is not said stays unknown: an IAM user without {@code credentials} may hold
 * either kind, and temporary credentials without {@code mfa} may have used MFA or not.
 */
final class CredentialsReader {
    private static final String MFA = "aws:MultiFactorAuthPresent";
    private static final String MFA_AGE = "aws:MultiFactorAuthAge";

    private final Findings findings;
    private final Optional<ScalarNode> credentials;
    private final Optional<ScalarNode> mfa;

    CredentialsReader(Fields fields, Findings findings) {
        this.findings = findings;
        this.credentials = fields.scalar("credentials").filter(this::isKnown);
        this.mfa = fields.scalar("mfa").filter(this::isBoolean);
    }

    Credentials value() {
        if (credentials.isEmpty()) {
            return Credentials.UNSPECIFIED;
        }
        if (says(credentials, "long-lived")) {
            return Credentials.LONG_LIVED;
        }
        return says(mfa, "true") ? Credentials.TEMPORARY_WITH_MFA : Credentials.TEMPORARY;
    }

    void check(Principal principal) {
        if (principal instanceof IamUser || principal instanceof RootUser) {
            if (mfa.isPresent() && !says(credentials, "temporary")) {
                findings.add(
                        RequestFindings.INVALID_CREDENTIALS,
                        mfa.get().span(),
                        "`mfa` goes with `credentials: temporary` only",
                        "a request signed with a long-lived access key says nothing of MFA");
            }
            return;
        }
        if (says(credentials, "long-lived") || (credentials.isPresent() && !isSession(principal))) {
            findings.add(
                    RequestFindings.INVALID_CREDENTIALS,
                    credentials.get().span(),
                    "this principal has no " + credentials.get().text() + " credentials of its own",
                    "only IAM users and root users have a choice; leave `credentials` out");
        }
        if (says(mfa, "true") && isAbsent(principal)) {
            findings.add(
                    RequestFindings.INVALID_CREDENTIALS,
                    mfa.orElseThrow().span(),
                    "requests of this principal never say that MFA was used",
                    "leave `mfa` out");
        }
    }

    private static boolean isSession(Principal principal) {
        return principal instanceof RoleSession || principal instanceof FederatedUser;
    }

    /** Fills what the principal itself leaves open. */
    void fillMfa(Principal principal, Request.Builder builder) {
        boolean user = principal instanceof IamUser || principal instanceof RootUser;
        if (user && mfa.isEmpty() && says(credentials, "temporary")) {
            builder.unknown(MFA).unknown(MFA_AGE);
        } else if (!user && mfa.isPresent() && !isAbsent(principal)) {
            builder.context(MFA, mfa.get().text());
        }
    }

    private static boolean isAbsent(Principal principal) {
        return ContextValue.ABSENT.equals(principal.context().get(ConditionKey.of(MFA)));
    }

    private static boolean says(Optional<ScalarNode> node, String text) {
        return node.isPresent() && node.get().text().equals(text);
    }

    private boolean isKnown(ScalarNode node) {
        boolean known = node.text().equals("long-lived") || node.text().equals("temporary");
        if (!known) {
            findings.add(
                    RequestFindings.INVALID_CREDENTIALS,
                    node.span(),
                    Printable.quoted(node.text()) + " is no kind of credentials",
                    "`long-lived` or `temporary`");
        }
        return known;
    }

    private boolean isBoolean(ScalarNode node) {
        boolean bool = node.text().equals("true") || node.text().equals("false");
        if (!bool) {
            findings.add(RequestFindings.WRONG_TYPE, node.span(), "`mfa` must be true or false");
        }
        return bool;
    }
}
