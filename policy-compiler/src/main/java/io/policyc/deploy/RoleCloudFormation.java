package io.policyc.deploy;

import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
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
 * A template with the roles of an account: an AWS::IAM::Role each, with an AWS::IAM::InstanceProfile if EC2 hands it out, or
 * an AWS::SSO::PermissionSet; and an AWS::IAM::OIDCProvider for each issuer. Policies are objects, which drift detection looks at.
 * Thumbprints are left to IAM, which takes none for most issuers and finds out the others itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html">AWS::IAM::Role</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-oidcprovider.html">
 *     AWS::IAM::OIDCProvider</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-permissionset.html">
 *     AWS::SSO::PermissionSet</a>
 */
final class RoleCloudFormation {
    /** The name of the inline policy of each role. */
    static final String INLINE = "permissions";

    private static final String INSTANCE = "InstanceArn";

    private final RoleDeployment deployment;
    private final Findings findings = new Findings();
    private final Labels labels;
    private final Labels issuers;
    private int resources;

    private RoleCloudFormation(RoleDeployment deployment) {
        this.deployment = deployment;
        String what = "logical id of CloudFormation";
        labels = Labels.of(deployment.names(), "roles", ToolNames::logicalId, what, findings);
        issuers = Labels.of(deployment.issuers(), "issuers", ToolNames::logicalId, what, findings);
    }

    static Checked<String> write(RoleDeployment deployment) {
        return new RoleCloudFormation(deployment).write();
    }

    private Checked<String> write() {
        JsonText json = JsonText.pretty();
        json.object(() -> {
            json.field("AWSTemplateFormatVersion", "2010-09-09");
            json.field("Description", "Roles of account " + deployment.account() + ", built by policyc");
            if (deployment.hasPermissionSets()) {
                json.objectField(
                        "Parameters",
                        () -> json.objectField(
                                INSTANCE,
                                () -> json.field("Type", "String")
                                        .field(
                                                "Description",
                                                "The ARN of the instance of IAM Identity Center, as `aws sso-admin"
                                                        + " list-instances` prints it")));
            }
            json.objectField("Resources", () -> {
                deployment.providers().forEach(provider -> provider(provider, json));
                deployment.roles().forEach(role -> role(role, json));
            });
        });
        String text = json + "\n";
        CloudFormationLimits.check(deployment.roles().size() + " roles", resources, text, findings);
        return findings.hasErrors() ? findings.withoutValue() : findings.with(text);
    }

    private void provider(IdentityProvider provider, JsonText json) {
        resource(
                providerId(provider.issuer()),
                "AWS::IAM::OIDCProvider",
                List.of(),
                json,
                () -> json.field("Url", "https://" + provider.issuer()).field("ClientIdList", provider.audiences()));
    }

    private String providerId(String issuer) {
        return "Provider" + issuers.of(issuer);
    }

    private void role(CompiledRole role, JsonText json) {
        checkText(role);
        RoleIntent intent = role.intent();
        String label = labels.of(intent.name());
        if (intent.trust() instanceof Trust.IdentityCenter) {
            resource("PermissionSet" + label, "AWS::SSO::PermissionSet", List.of(), json, () -> set(role, json));
            return;
        }
        List<String> dependencies = intent.trust() instanceof Trust.WebIdentity trust
                        && deployment.issuers().contains(trust.provider().issuer())
                ? List.of(providerId(trust.provider().issuer()))
                : List.of();
        String id = "Role" + label;
        resource(id, "AWS::IAM::Role", dependencies, json, () -> iamRole(role, json));
        if (intent.trust() instanceof Trust.Service service && service.instanceProfile()) {
            resource(
                    "InstanceProfile" + label,
                    "AWS::IAM::InstanceProfile",
                    List.of(),
                    json,
                    () -> json.field("InstanceProfileName", intent.name())
                            .field("Path", intent.path())
                            .arrayField("Roles", () -> json.object(() -> json.field("Ref", id))));
        }
    }

    private void resource(String id, String type, List<String> dependencies, JsonText json, Runnable properties) {
        resources++;
        json.objectField(id, () -> {
            json.field("Type", type);
            if (!dependencies.isEmpty()) {
                json.field("DependsOn", dependencies);
            }
            json.objectField("Properties", properties);
        });
    }

    private static void iamRole(CompiledRole role, JsonText json) {
        RoleIntent intent = role.intent();
        json.field("RoleName", intent.name());
        json.field("Path", intent.path());
        intent.description().ifPresent(text -> json.field("Description", text));
        json.field("MaxSessionDuration", intent.sessionDuration().toSeconds());
        role.trustPolicy().ifPresent(policy -> {
            json.name("AssumeRolePolicyDocument");
            PolicyWriter.write(policy.document(), json);
        });
        role.permissionsPolicy()
                .ifPresent(policy -> json.arrayField(
                        "Policies",
                        () -> json.object(() -> {
                            json.field("PolicyName", INLINE).name("PolicyDocument");
                            PolicyWriter.write(policy.document(), json);
                        })));
        if (!intent.managedPolicies().isEmpty()) {
            json.field("ManagedPolicyArns", intent.managedPolicies());
        }
        intent.boundary().ifPresent(arn -> json.field("PermissionsBoundary", arn));
        tags(intent.tags(), json);
    }

    private static void set(CompiledRole role, JsonText json) {
        RoleIntent intent = role.intent();
        json.field("Name", intent.name());
        json.objectField(INSTANCE, () -> json.field("Ref", INSTANCE));
        intent.description().ifPresent(text -> json.field("Description", text));
        json.field("SessionDuration", intent.sessionDuration().toString());
        role.permissionsPolicy().ifPresent(policy -> {
            json.name("InlinePolicy");
            PolicyWriter.write(policy.document(), json);
        });
        List<ManagedPolicy> policies = ManagedPolicy.of(intent);
        List<String> ofAws = policies.stream()
                .filter(ManagedPolicy::isOfAws)
                .map(ManagedPolicy::arn)
                .toList();
        if (!ofAws.isEmpty()) {
            json.field("ManagedPolicies", ofAws);
        }
        if (ofAws.size() < policies.size()) {
            json.arrayField(
                    "CustomerManagedPolicyReferences",
                    () -> policies.stream()
                            .filter(policy -> !policy.isOfAws())
                            .forEach(policy -> json.object(() -> reference(policy, json))));
        }
        intent.boundary()
                .map(ManagedPolicy::new)
                .ifPresent(boundary -> json.objectField("PermissionsBoundary", () -> {
                    if (boundary.isOfAws()) {
                        json.field("ManagedPolicyArn", boundary.arn());
                    } else {
                        json.objectField("CustomerManagedPolicyReference", () -> reference(boundary, json));
                    }
                }));
        tags(intent.tags(), json);
    }

    private static void reference(ManagedPolicy policy, JsonText json) {
        json.field("Name", policy.name()).field("Path", policy.path());
    }

    private static void tags(Map<String, String> tags, JsonText json) {
        if (!tags.isEmpty()) {
            json.arrayField(
                    "Tags",
                    () -> tags.forEach((key, value) ->
                            json.object(() -> json.field("Key", key).field("Value", value))));
        }
    }

    /** JSON leaves the characters in question as they are, so the text of all properties tells. */
    private void checkText(CompiledRole role) {
        JsonText json = JsonText.minified();
        json.object(() -> iamRole(role, json));
        if (CloudFormationLimits.isReplaced(json.toString())) {
            findings.add(CloudFormationLimits.replaced(
                    "role " + Printable.quoted(role.intent().name()),
                    Optional.of(role.intent().place())));
        }
    }
}
