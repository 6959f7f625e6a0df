package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * A session of sts:GetFederationToken.
 *
 * @param accountId twelve digits
 */
public record FederatedUser(String accountId, String name) implements Principal {
    @Override
    public Optional<String> account() {
        return Optional.of(accountId);
    }

    @Override
    public Optional<String> arn() {
        return Optional.of("arn:aws:sts::" + accountId + ":federated-user/" + name);
    }

    @Override
    public ImmutableMap<ConditionKey, ContextValue> context() {
        return Sessions.signed(accountId, arn().orElseThrow(), "FederatedUser")
                .present("aws:userid", accountId + ":" + name)
                .someValue("aws:TokenIssueTime")
                .absent("aws:username", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge")
                .absent("aws:AssumedRoot", "aws:SignInSessionArn", "aws:FederatedProvider")
                .absent(Sessions.WORKLOAD_KEYS)
                .build();
    }
}
