package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * Somebody with a token of an identity provider who asks for a role, by AssumeRoleWithWebIdentity or AssumeRoleWithSAML. The
 * call is not signed and the caller is no principal of an account yet. Without a token its claims are given as context keys.
 *
 * @param provider as a trust policy names it: the ARN of an identity provider, or a name such as accounts.google.com
 * @param token what the token says; empty if nobody showed it
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">
 *     AssumeRoleWithWebIdentity</a>
 */
public record WebIdentity(String provider, Optional<IdentityToken> token) implements Principal {

    /** Somebody with a token that nobody showed. */
    public WebIdentity(String provider) {
        this(provider, Optional.empty());
    }

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
        ContextBuilder context = new ContextBuilder()
                .absent("aws:PrincipalArn", "aws:username", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths")
                .absent("aws:TokenIssueTime", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge")
                .absent("aws:AssumedRoot", "aws:SignInSessionArn")
                .absent(Sessions.WORKLOAD_KEYS);
        if (!provider.contains(":saml-provider/")) {
            context.present("aws:FederatedProvider", provider);
        }
        // A call with a token has a name for the session, and no parameter for an external id.
        token.ifPresent(shown -> context.someValue("sts:RoleSessionName")
                .absent("sts:ExternalId")
                .putAll(shown.claims()));
        return context.build();
    }
}
