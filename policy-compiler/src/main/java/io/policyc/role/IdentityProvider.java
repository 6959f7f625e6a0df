package io.policyc.role;

import com.google.common.collect.ImmutableList;

/**
 * An OpenID Connect provider that an account trusts.
 *
 * @param issuer without {@code https://}, which is how ARNs and condition keys name it
 * @param audiences the client ids that tokens are taken for
 */
public record IdentityProvider(String issuer, ImmutableList<String> audiences) {
    /** The ARN in an account. */
    public String arn(String account) {
        return "arn:aws:iam::" + account + ":oidc-provider/" + issuer;
    }
}
