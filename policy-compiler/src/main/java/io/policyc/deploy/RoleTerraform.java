package io.policyc.deploy;

import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.JsonText;
import io.policyc.policy.PolicyWriter;
import io.policyc.role.CompiledRole;
import io.policyc.role.IdentityProvider;
import io.policyc.role.RoleIntent;
import io.policyc.role.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Configuration in Terraform's JSON syntax with the roles of an account: an aws_iam_role each, its policies, an
 * aws_iam_instance_profile if EC2 hands it out, and an aws_iam_openid_connect_provider for each issuer. Permission sets are
 * written by {@link PermissionSetTerraform}.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON configuration syntax</a>
 */
final class RoleTerraform {
    private static final String ROLE = "aws_iam_role";
    private static final String PROVIDER = "aws_iam_openid_connect_provider";

    private final RoleDeployment deployment;
    private final Findings findings = new Findings();
    private final Labels labels;
    private final Labels issuers;
    private final TerraformResources resources = new TerraformResources();

    private RoleTerraform(RoleDeployment deployment) {
        this.deployment = deployment;
        String what = "name in Terraform";
        labels = Labels.of(deployment.names(), "roles", ToolNames::label, what, findings);
        issuers = Labels.of(deployment.issuers(), "issuers", ToolNames::label, what, findings);
    }

    static Checked<String> write(RoleDeployment deployment) {
        return new RoleTerraform(deployment).write();
    }

    private Checked<String> write() {
        deployment.providers().forEach(this::provider);
        for (CompiledRole role : deployment.roles()) {
            String label = labels.of(role.intent().name());
            if (role.intent().trust() instanceof Trust.IdentityCenter) {
                PermissionSetTerraform.add(role, label, resources);
            } else {
                role(role, label);
            }
        }
        if (findings.hasErrors()) {
            return findings.withoutValue();
        }
        JsonText json = JsonText.pretty();
        json.object(() -> {
            json.objectField(
                    "terraform",
                    () -> json.objectField(
                            "required_providers",
                            () -> json.objectField("aws", () -> json.field("source", "hashicorp/aws"))));
            if (deployment.hasPermissionSets()) {
                PermissionSetTerraform.variable(json);
            }
            resources.write(json);
        });
        return findings.with(json + "\n");
    }

    private void provider(IdentityProvider provider) {
        resources.add(
                PROVIDER,
                issuers.of(provider.issuer()),
                json -> json.field("url", TerraformTemplate.escaped("https://" + provider.issuer()))
                        .field(
                                "client_id_list",
                                provider.audiences().stream()
                                        .map(TerraformTemplate::escaped)
                                        .toList()));
    }

    private void role(CompiledRole role, String label) {
        RoleIntent intent = role.intent();
        String name = "${" + ROLE + "." + label + ".name}";
        resources.add(ROLE, label, json -> iamRole(role, json));
        role.permissionsPolicy()
                .ifPresent(policy -> resources.add(
                        "aws_iam_role_policy",
                        label,
                        json -> json.field("name", RoleCloudFormation.INLINE)
                                .field("role", name)
                                .field("policy", TerraformTemplate.escaped(PolicyWriter.minified(policy.document())))));
        if (!intent.managedPolicies().isEmpty()) {
            resources.add("aws_iam_role_policy_attachment", label, json -> {
                forEach(intent.managedPolicies(), json);
                json.field("role", name).field("policy_arn", "${each.value}");
            });
        }
        if (intent.trust() instanceof Trust.Service service && service.instanceProfile()) {
            resources.add("aws_iam_instance_profile", label, json -> {
                json.field("name", TerraformTemplate.escaped(intent.name()));
                json.field("path", TerraformTemplate.escaped(intent.path()));
                json.field("role", name);
            });
        }
    }

    private void iamRole(CompiledRole role, JsonText json) {
        RoleIntent intent = role.intent();
        json.field("name", TerraformTemplate.escaped(intent.name()));
        json.field("path", TerraformTemplate.escaped(intent.path()));
        intent.description().ifPresent(text -> json.field("description", TerraformTemplate.escaped(text)));
        json.field("max_session_duration", intent.sessionDuration().toSeconds());
        role.trustPolicy()
                .ifPresent(policy -> json.field(
                        "assume_role_policy", TerraformTemplate.escaped(PolicyWriter.minified(policy.document()))));
        intent.boundary().ifPresent(arn -> json.field("permissions_boundary", TerraformTemplate.escaped(arn)));
        tags(intent.tags(), json);
        provided(intent).ifPresent(label -> json.field("depends_on", List.of(PROVIDER + "." + label)));
    }

    /** The label of the provider, if it is made here. */
    private Optional<String> provided(RoleIntent intent) {
        return intent.trust() instanceof Trust.WebIdentity trust
                ? Optional.of(trust.provider().issuer())
                        .filter(deployment.issuers()::contains)
                        .map(issuers::of)
                : Optional.empty();
    }

    /** An attachment for each policy, known by its ARN, so that one more or less leaves the others alone. */
    static void forEach(List<String> arns, JsonText json) {
        json.objectField(
                "for_each", () -> arns.stream().map(TerraformTemplate::escaped).forEach(arn -> json.field(arn, arn)));
    }

    static void tags(Map<String, String> tags, JsonText json) {
        if (!tags.isEmpty()) {
            json.objectField(
                    "tags",
                    () -> tags.forEach((key, value) ->
                            json.field(TerraformTemplate.escaped(key), TerraformTemplate.escaped(value))));
        }
    }
}
