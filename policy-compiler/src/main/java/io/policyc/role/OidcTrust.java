package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.node.ObjectNode;
import java.util.Optional;

/**
 * Bearers of tokens of any OpenID Connect provider:
 * <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html>.
 */
final class OidcTrust {
    /** Evaluated of every issuer: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html. */
    private static final ImmutableSet<String> ALWAYS = ImmutableSet.of("sub", "amr");

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
        for (ObjectNode.Member claim : claims) {
            if (claim.key().equals("aud")) {
                trust.findings()
                        .add(
                                RoleFindings.CONFLICTING_KEYS,
                                claim.keySpan(),
                                "the claim `aud` is what `audience` asks for",
                                "leave it out here");
            } else if (!ALWAYS.contains(claim.key())) {
                Claims.reportUnchecked(claim, issuer.orElse(""), trust.findings());
            }
        }
        if (issuer.isEmpty() || audiences.isEmpty()) {
            return Optional.empty();
        }
        IdentityProvider provider = new IdentityProvider(issuer.get(), audiences);
        return Optional.of(ReadTrust.webIdentity(
                provider,
                trust.place(),
                ImmutableList.<PlacedCondition>builder()
                        .add(trust.audience(provider))
                        .addAll(trust.claims(provider))
                        .build()));
    }
}
