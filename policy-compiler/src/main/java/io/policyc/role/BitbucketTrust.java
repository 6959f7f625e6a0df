package io.policyc.role;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Steps of Bitbucket Pipelines. Subjects are the UUIDs of the repository, of the deployment environment if the step has one,
 * and of the step, which is another each time:
 * <https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/>.
 */
final class BitbucketTrust {
    private static final TextForm WORKSPACE = TextForm.of("[a-z0-9_-]+", "the id of a workspace such as `acme`");

    private BitbucketTrust() {}

    static Optional<ReadTrust> read(TrustFields trust) {
        RoleFields fields = trust.fields();
        Optional<String> workspace = fields.required("workspace", WORKSPACE);
        Optional<String> workspaceId = fields.required("workspace-id", TextForm.UUID);
        Optional<String> repository = fields.required("repository-id", TextForm.UUID);
        ImmutableList.Builder<ClaimText> tails = ImmutableList.builder();
        fields.texts("environment-ids", TextForm.UUID)
                .forEach(id -> tails.add(ClaimText.literal(":{" + id + "}:").then(ClaimText.ANY)));
        if (trust.any("environment-ids")) {
            trust.reportAny(
                    "every step of the repository may assume the role: of any branch and environment; whoever may"
                            + " push a branch may change the step");
            tails.add(ClaimText.literal(":").then(ClaimText.ANY));
        }
        IdentityProvider provider = new IdentityProvider(
                "api.bitbucket.org/2.0/workspaces/" + workspace.orElse("") + "/pipelines-config/identity/oidc",
                ImmutableList.of("ari:cloud:bitbucket::workspace/" + workspaceId.orElse("")));
        return trust.bearers(provider, repository.map(id -> "{" + id + "}"), tails.build());
    }
}
