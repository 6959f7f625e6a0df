package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * An AWS service that calls as itself, not with a role or on somebody's behalf.
 *
 * @param name the service principal, for example {@code cloudtrail.amazonaws.com}
 */
public record AwsService(String name) implements Principal {
    @Override
    public Optional<String> account() {
        return Optional.empty();
    }

    @Override
    public Optional<String> arn() {
        return Optional.empty();
    }

    @Override
    public ImmutableMap<ConditionKey, ContextValue> context() {
        return new ContextBuilder()
                .present("aws:PrincipalIsAWSService", true)
                .present("aws:PrincipalServiceName", name)
                .absent("aws:PrincipalArn", "aws:username", "aws:TokenIssueTime", "aws:MultiFactorAuthPresent")
                .absent("aws:MultiFactorAuthAge")
                .build();
    }
}
