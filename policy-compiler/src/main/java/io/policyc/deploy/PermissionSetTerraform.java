package io.policyc.deploy;

import io.policyc.node.JsonText;
import io.policyc.policy.PolicyWriter;
import io.policyc.role.CompiledRole;
import io.policyc.role.RoleIntent;
import java.util.List;

/** Permission sets in Terraform: an aws_ssoadmin_permission_set, and a resource for each kind of policy of it. */
final class PermissionSetTerraform {
    private static final String SET = "aws_ssoadmin_permission_set";
    private static final String INSTANCE = "instance_arn";

    private PermissionSetTerraform() {}

    /** The variable that all permission sets take. */
    static void variable(JsonText json) {
        json.objectField(
                "variable",
                () -> json.objectField(
                        INSTANCE,
                        () -> json.field("type", "string")
                                .field(
                                        "description",
                                        "The ARN of the instance of IAM Identity Center, as `aws sso-admin"
                                                + " list-instances` prints it")));
    }

    static void add(CompiledRole role, String label, TerraformResources resources) {
        RoleIntent intent = role.intent();
        resources.add(SET, label, json -> {
            json.field("name", TerraformTemplate.escaped(intent.name()));
            instance(json);
            intent.description().ifPresent(text -> json.field("description", TerraformTemplate.escaped(text)));
            json.field("session_duration", intent.sessionDuration().toString());
            RoleTerraform.tags(intent.tags(), json);
        });
        role.permissionsPolicy()
                .ifPresent(policy -> resources.add(SET + "_inline_policy", label, json -> {
                    of(label, json);
                    json.field("inline_policy", TerraformTemplate.escaped(PolicyWriter.minified(policy.document())));
                }));
        List<ManagedPolicy> policies = ManagedPolicy.of(intent);
        List<String> ofAws = policies.stream()
                .filter(ManagedPolicy::isOfAws)
                .map(ManagedPolicy::arn)
                .toList();
        if (!ofAws.isEmpty()) {
            resources.add("aws_ssoadmin_managed_policy_attachment", label, json -> {
                RoleTerraform.forEach(ofAws, json);
                of(label, json);
                json.field("managed_policy_arn", "${each.value}");
            });
        }
        List<ManagedPolicy> others =
                policies.stream().filter(policy -> !policy.isOfAws()).toList();
        if (!others.isEmpty()) {
            resources.add("aws_ssoadmin_customer_managed_policy_attachment", label, json -> {
                json.objectField(
                        "for_each",
                        () -> others.forEach(policy -> json.objectField(
                                TerraformTemplate.escaped(policy.arn()), () -> reference(policy, json))));
                of(label, json);
                json.objectField(
                        "customer_managed_policy_reference",
                        () -> json.field("name", "${each.value.name}").field("path", "${each.value.path}"));
            });
        }
        intent.boundary()
                .map(ManagedPolicy::new)
                .ifPresent(boundary -> resources.add("aws_ssoadmin_permissions_boundary_attachment", label, json -> {
                    of(label, json);
                    json.objectField("permissions_boundary", () -> boundary(boundary, json));
                }));
    }

    private static void instance(JsonText json) {
        json.field(INSTANCE, "${var." + INSTANCE + "}");
    }

    private static void of(String label, JsonText json) {
        instance(json);
        json.field("permission_set_arn", "${" + SET + "." + label + ".arn}");
    }

    private static void boundary(ManagedPolicy boundary, JsonText json) {
        if (boundary.isOfAws()) {
            json.field("managed_policy_arn", TerraformTemplate.escaped(boundary.arn()));
        } else {
            json.objectField("customer_managed_policy_reference", () -> reference(boundary, json));
        }
    }

    private static void reference(ManagedPolicy policy, JsonText json) {
        json.field("name", TerraformTemplate.escaped(policy.name()))
                .field("path", TerraformTemplate.escaped(policy.path()));
    }
}
