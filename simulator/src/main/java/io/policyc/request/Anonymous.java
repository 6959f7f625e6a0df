package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/** A caller who does not sign, as on a public bucket. */
public record Anonymous() implements Principal {
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
                .present("aws:PrincipalAccount", "anonymous")
                .present("aws:PrincipalType", "Anonymous")
                .present("aws:userid", "anonymous")
                .absent("aws:PrincipalArn", "aws:username", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths")
                .absent("aws:PrincipalIsAWSService", "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList")
                .absent(Sessions.TEMPORARY_KEYS)
                .absent(Sessions.WORKLOAD_KEYS)
                .build();
    }
}
