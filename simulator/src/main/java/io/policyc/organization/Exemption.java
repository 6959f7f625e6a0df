package io.policyc.organization;

import com.google.common.collect.ImmutableSet;
import io.policyc.request.Anonymous;
import io.policyc.request.AwsService;
import io.policyc.request.Principal;
import io.policyc.request.RoleSession;
import io.policyc.request.WebIdentity;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a request is not bound by SCPs, by who calls what; whether an account is in the organization is for its owner to say.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">Tasks and
 *     entities not restricted by SCPs</a>
 */
public enum Exemption {
    MANAGEMENT_ACCOUNT("SCPs do not bind the management account"),
    SERVICE_LINKED_ROLE("SCPs do not bind service-linked roles"),
    AWS_SERVICE("SCPs bind principals of accounts, not AWS services"),
    ANONYMOUS("SCPs bind principals of accounts, not anonymous callers"),
    WEB_IDENTITY("SCPs bind principals of accounts, not holders of tokens"),
    OUTSIDE_ORGANIZATION("the principal's account is not in the organization"),
    CANNOT_BE_DENIED("no policy can deny this action");

    /**
     * Calls that need no permission, so that a Deny has no effect.
     *
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html">
     *     GetSessionToken</a>
     */
    private static final ImmutableSet<String> UNDENIABLE =
            ImmutableSet.of("sts:getcalleridentity", "sts:getsessiontoken");

    private final String words;

    Exemption(String words) {
        this.words = words;
    }

    /** The reason as a sentence without a period. */
    public String words() {
        return words;
    }

    /** Whether no policy of any type can deny an action. */
    public static boolean cannotBeDenied(String action) {
        return UNDENIABLE.contains(action.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether RCPs do not bind a call, whatever resource it is on. Calls on keys that AWS manages are not bound either; an
     * ARN does not tell them.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resources and
     *     entities not restricted by RCPs</a>
     */
    public static boolean ofResourceControl(Principal principal, String action) {
        return action.equalsIgnoreCase("kms:RetireGrant")
                || (principal instanceof RoleSession session && session.isServiceLinked());
    }

    /**
     * Why SCPs do not bind a principal, whatever they say; empty if they do.
     *
     * @param managementAccount the id of the management account, if it is known
     */
    public static Optional<Exemption> of(Principal principal, Optional<String> managementAccount) {
        if (principal instanceof AwsService) {
            return Optional.of(AWS_SERVICE);
        }
        if (principal instanceof Anonymous) {
            return Optional.of(ANONYMOUS);
        }
        if (principal instanceof WebIdentity) {
            return Optional.of(WEB_IDENTITY);
        }
        if (principal instanceof RoleSession session && session.isServiceLinked()) {
            return Optional.of(SERVICE_LINKED_ROLE);
        }
        if (managementAccount.isPresent() && principal.account().equals(managementAccount)) {
            return Optional.of(MANAGEMENT_ACCOUNT);
        }
        return Optional.empty();
    }
}
