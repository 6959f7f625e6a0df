package io.policyc.role;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Pods by the token of their service account (IRSA). Subjects are {@code system:serviceaccount:NAMESPACE:NAME}, and no name
 * has a colon: <https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html>.
 */
final class EksTrust {
    private static final TextForm ID =
            TextForm.of("[0-9A-F]{32}", "the id of an issuer: the 32 digits and capital letters at the end of its URL");
    private static final TextForm SERVICE_ACCOUNT = TextForm.of(
            ServiceTrusts.KUBERNETES_NAME + "/[a-z0-9.*?-]+",
            "NAMESPACE/NAME such as `shop/api`; wildcards may stand in the name");

    private EksTrust() {}

    static Optional<ReadTrust> read(TrustFields trust) {
        RoleFields fields = trust.fields();
        Optional<String> region = fields.required("region", TextForm.REGION);
        Optional<String> id = fields.required("issuer-id", ID);
        ImmutableList<ClaimText> accounts = fields.requiredTexts("service-accounts", SERVICE_ACCOUNT).stream()
                .map(name -> ClaimText.pattern(":" + name.replace('/', ':')))
                .collect(ImmutableList.toImmutableList());
        IdentityProvider provider = new IdentityProvider(
                "oidc.eks." + region.orElse("") + ".amazonaws.com/id/" + id.orElse(""),
                ImmutableList.of("sts.amazonaws.com"));
        return trust.bearers(provider, Optional.of("system:serviceaccount"), accounts);
    }
}
