package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * Who calls. Each kind fills exactly the context keys that AWS fills for it, and says which ones are absent.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Principal key values</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global keys</a>
 */
public sealed interface Principal
        permits IamUser, RootUser, RoleSession, FederatedUser, AwsService, Anonymous, WebIdentity {

    /** The id of the account that the principal belongs to; empty for those that belong to none, such as AWS services. */
    Optional<String> account();

    /** The value of aws:PrincipalArn; of a session it is the ARN of the role. Empty for those without one. */
    Optional<String> arn();

    /** The keys that follow from the principal. */
    ImmutableMap<ConditionKey, ContextValue> context();
}
