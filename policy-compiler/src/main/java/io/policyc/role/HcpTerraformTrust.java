package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import java.util.Optional;

/**
 * Runs of HCP Terraform. Subjects are {@code organization:O:project:P:workspace:W:run_phase:PHASE}; no name has a colon:
 * <https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration>.
 */
final class HcpTerraformTrust {
    private static final TextForm ORGANIZATION = TextForm.of("[A-Za-z0-9_-]+", "the name of an organization");
    private static final TextForm NAME = TextForm.of(
            "[A-Za-z0-9 _*?-]+", "a name of letters, digits, blanks, `_` and `-`, in which wildcards may stand");
    private static final TextForm PHASE = TextForm.of("plan|apply", "`plan` or `apply`");

    private HcpTerraformTrust() {}

    static Optional<ReadTrust> read(TrustFields trust) {
        RoleFields fields = trust.fields();
        Optional<String> organization = fields.required("organization", ORGANIZATION);
        Optional<ClaimText> project = fields.required("project", NAME).map(ClaimText::pattern);
        ImmutableList<ClaimText> workspaces = fields.requiredTexts("workspaces", NAME).stream()
                .map(ClaimText::pattern)
                .collect(ImmutableList.toImmutableList());
        ImmutableList<String> phases = fields.texts("run-phases", PHASE);
        String host = fields.text("host", TextForm.ISSUER).orElse("app.terraform.io");
        String audience = fields.text("audience", TextForm.ANY).orElse("aws.workload.identity");
        ImmutableList.Builder<ClaimText> tails = ImmutableList.builder();
        for (ClaimText workspace : workspaces) {
            ClaimText run = ClaimText.literal(":project:")
                    .then(project.orElse(ClaimText.ANY))
                    .then(":workspace:")
                    .then(workspace)
                    .then(":run_phase:");
            if (phases.isEmpty()) {
                tails.add(run.then(ClaimText.ANY));
            }
            phases.forEach(phase -> tails.add(run.then(phase)));
        }
        if (workspaces.contains(ClaimText.ANY)) {
            trust.reportAny("runs of every workspace of the project "
                    + Printable.quoted(project.map(ClaimText::template).orElse(""))
                    + " may assume the role, of those that are yet to come as well");
        }
        IdentityProvider provider = new IdentityProvider(host, ImmutableList.of(audience));
        return trust.bearers(provider, organization.map(name -> "organization:" + name), tails.build());
    }
}
