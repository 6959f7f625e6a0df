package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * An IAM user.
 *
 * @param accountId twelve digits
 * @param path with a slash at both ends, {@code /} for none
 */
public record IamUser(String accountId, String path, String name, Credentials credentials) implements Principal {

    public IamUser {
        Sessions.checkPath(path);
    }

    /**
     * A user by its name with its path before it.
     *
     * @param pathAndName for example {@code alice} or {@code break-glass/ops}
     */
    public static IamUser of(String accountId, String pathAndName, Credentials credentials) {
        int slash = pathAndName.lastIndexOf('/');
        return new IamUser(
                accountId, "/" + pathAndName.substring(0, slash + 1), pathAndName.substring(slash + 1), credentials);
    }

    @Override
    public Optional<String> account() {
        return Optional.of(accountId);
    }

    @Override
    public Optional<String> arn() {
        return Optional.of("arn:aws:iam::" + accountId + ":user" + path + name);
    }

    @Override
    public ImmutableMap<ConditionKey, ContextValue> context() {
        ContextBuilder context = Sessions.signed(accountId, arn().orElseThrow(), "User")
                .present("aws:username", name)
                .absent("aws:AssumedRoot", "aws:FederatedProvider", "aws:SourceIdentity", "aws:SignInSessionArn")
                .absent(Sessions.WORKLOAD_KEYS);
        credentials.fill(context);
        if (credentials != Credentials.LONG_LIVED) {
            context.unknown("aws:SignInSessionArn");
        }
        return context.build();
    }
}
