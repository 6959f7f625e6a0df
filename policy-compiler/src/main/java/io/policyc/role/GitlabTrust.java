package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import java.util.Optional;

/**
 * Jobs of GitLab. Subjects are {@code project_path:GROUP/PROJECT:ref_type:TYPE:ref:NAME} unless the project chose other
 * parts: <https://docs.gitlab.com/ci/secrets/id_token_authentication/>. A job chooses the audience; GitLab's page on AWS has
 * the URL of the instance: <https://docs.gitlab.com/ci/cloud_services/aws/>.
 */
final class GitlabTrust {
    private static final TextForm PROJECT = TextForm.of(
            "[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)++",
            "the path of a project such as `acme/platform/shop`");

    private GitlabTrust() {}

    static Optional<ReadTrust> read(TrustFields trust) {
        RoleFields fields = trust.fields();
        String instance = fields.text("instance", TextForm.ISSUER).orElse("gitlab.com");
        String audience = fields.text("audience", TextForm.ANY).orElse("https://" + instance);
        Optional<String> project = fields.required("project", PROJECT);
        ImmutableList.Builder<ClaimText> tails = ImmutableList.builder();
        trust.patterns("branches", TextForm.REF)
                .forEach(branch ->
                        tails.add(ClaimText.literal(":ref_type:branch:ref:").then(branch)));
        trust.patterns("tags", TextForm.REF)
                .forEach(
                        tag -> tails.add(ClaimText.literal(":ref_type:tag:ref:").then(tag)));
        if (trust.any("branches", "tags")) {
            trust.reportAny("every job of " + project.map(Printable::quoted).orElse("the project")
                    + " may assume the role: of any branch and tag; whoever may push a branch may change the job");
            tails.add(ClaimText.literal(":").then(ClaimText.ANY));
        }
        IdentityProvider provider = new IdentityProvider(instance, ImmutableList.of(audience));
        return trust.bearers(provider, project.map(path -> "project_path:" + path), tails.build());
    }
}
