package io.policyc.deploy;

import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.JsonText;
import java.util.List;

/**
 * Configuration in Terraform's JSON syntax: an aws_organizations_policy a policy, and an aws_organizations_policy_attachment
 * for each target of it.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON configuration syntax</a>
 */
final class Terraform {
    private static final String POLICY = "aws_organizations_policy";
    private static final String ATTACHMENT = "aws_organizations_policy_attachment";

    private Terraform() {}

    static Checked<String> write(Deployment deployment) {
        Findings findings = new Findings();
        List<DeployedPolicy> policies = deployment.policies();
        Labels labels = Labels.of(deployment.names(), "policies", ToolNames::label, "name in Terraform", findings);
        boolean attached =
                policies.stream().anyMatch(policy -> !policy.targets().isEmpty());
        JsonText json = JsonText.pretty();
        json.object(() -> {
            json.objectField(
                    "terraform",
                    () -> json.objectField(
                            "required_providers",
                            () -> json.objectField("aws", () -> json.field("source", "hashicorp/aws"))));
            if (policies.isEmpty()) {
                return;
            }
            json.objectField("resource", () -> {
                json.objectField(
                        POLICY, () -> policies.forEach(policy -> policy(policy, labels.of(policy.name()), json)));
                if (attached) {
                    json.objectField(
                            ATTACHMENT,
                            () -> policies.forEach(policy -> attachments(policy, labels.of(policy.name()), json)));
                }
            });
        });
        return findings.hasErrors() ? findings.withoutValue() : findings.with(json + "\n");
    }

    private static void policy(DeployedPolicy policy, String label, JsonText json) {
        json.objectField(label, () -> {
            json.field("name", TerraformTemplate.escaped(policy.name()));
            policy.description().ifPresent(text -> json.field("description", TerraformTemplate.escaped(text)));
            json.field("type", "SERVICE_CONTROL_POLICY");
            json.field("content", TerraformTemplate.escaped(policy.content()));
        });
    }

    /** Ids hold no underscore, so a label and an id make one name in one way only. */
    private static void attachments(DeployedPolicy policy, String label, JsonText json) {
        for (String target : policy.targets()) {
            json.objectField(label + "_" + target, () -> {
                json.field("policy_id", "${" + POLICY + "." + label + ".id}");
                json.field("target_id", target);
            });
        }
    }
}
