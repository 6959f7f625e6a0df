package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * The root user of an account.
 *
 * @param accountId twelve digits
 */
public record RootUser(String accountId, Credentials credentials) implements Principal {
    @Override
    public Optional<String> account() {
        return Optional.of(accountId);
    }

    @Override
    public Optional<String> arn() {
        return Optional.of("arn:aws:iam::" + accountId + ":root");
    }

    @Override
    public ImmutableMap<ConditionKey, ContextValue> context() {
        ContextBuilder context = Sessions.signed(accountId, arn().orElseThrow(), "Account")
                .present("aws:userid", accountId)
                .absent("aws:username", "aws:FederatedProvider", "aws:SourceIdentity")
                .absent(Sessions.WORKLOAD_KEYS);
        credentials.fill(context);
        if (credentials == Credentials.LONG_LIVED) {
            context.absent("aws:AssumedRoot", "aws:SignInSessionArn");
        } else {
            // Temporary credentials may be those of sts:AssumeRoot.
            context.unknown("aws:AssumedRoot");
        }
        return context.build();
    }
}
