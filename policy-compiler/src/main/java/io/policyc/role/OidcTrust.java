package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.node.ObjectNode;
import java.util.Optional;

/**
 * Bearers of tokens of any OpenID Connect provider:
 * <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html>.
 */
final class OidcTrust {
    private OidcTrust() {}

    static Optional<ReadTrust> read(TrustFields trust) {
        RoleFields fields = trust.fields();
        Optional<String> issuer = fields.required("issuer", TextForm.ISSUER);
        ImmutableList<String> audiences = fields.requiredTexts("audience", TextForm.ANY);
        ImmutableList<ObjectNode.Member> claims =
                fields.object("claims").map(ObjectNode::members).orElse(ImmutableList.of());
        if (claims.isEmpty()) {
            fields.missing(
                    "claims",
                    "without a claim whoever has a token of the issuer may assume the role; for example"
                            + " `claims: {sub: \"team:shop\"}`");
        }
        if (issuer.isEmpty() || audiences.isEmpty()) {
            return Optional.empty();
        }
        IdentityProvider provider = new IdentityProvider(issuer.get(), audiences);
        return trust.bearers(provider, trust.claims(provider));
    }
}
