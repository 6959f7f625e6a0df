package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import java.util.Optional;

/** Who may assume a role. */
public sealed interface Trust {
    /**
     * Bearers of a token of an OpenID Connect provider.
     *
     * @param alternatives lists of conditions; each list is a statement of the trust policy, and one is enough
     */
    record WebIdentity(IdentityProvider provider, ImmutableList<ImmutableList<Condition>> alternatives)
            implements Trust {}

    /**
     * An AWS service.
     *
     * @param service for example {@code lambda.amazonaws.com}
     * @param actions what the service is allowed, {@code sts:AssumeRole} and for some {@code sts:TagSession}
     * @param instanceProfile whether EC2 hands the role to instances, which takes an instance profile
     */
    record Service(
            String service, ImmutableList<String> actions, ImmutableList<Condition> conditions, boolean instanceProfile)
            implements Trust {}

    /**
     * Principals of other accounts, or of the same one.
     *
     * @param principals account ids and ARNs, as the element Principal takes them
     * @param externalId what the caller has to know
     */
    record Accounts(ImmutableList<String> principals, Optional<String> externalId, ImmutableList<Condition> conditions)
            implements Trust {}

    /** Nobody by a policy of ours: IAM Identity Center makes the role of a permission set and its trust policy. */
    record IdentityCenter() implements Trust {}
}
