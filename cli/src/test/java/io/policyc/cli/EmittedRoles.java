package io.policyc.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The policies of roles, by account and name, taken out of what a tool is given. */
final class EmittedRoles {
    static final JsonMapper JSON = new JsonMapper();

    /** The documents of a role. */
    record Policies(Optional<LocatedPolicy> trust, Optional<LocatedPolicy> permissions) {}

    private EmittedRoles() {}

    /** Of the templates of CloudFormation in the folders of the accounts. */
    static Map<String, Policies> ofCloudFormation(Path roles, Iterable<String> accounts) throws IOException {
        Map<String, Policies> found = new TreeMap<>();
        for (String account : accounts) {
            for (JsonNode resource : read(roles, account, "cloudformation.json").get("Resources")) {
                JsonNode properties = resource.get("Properties");
                switch (resource.get("Type").textValue()) {
                    case "AWS::IAM::Role" ->
                        found.put(
                                account + "/" + properties.get("RoleName").textValue(),
                                new Policies(
                                        Optional.of(trust(properties
                                                .get("AssumeRolePolicyDocument")
                                                .toString())),
                                        Optional.ofNullable(properties.get("Policies"))
                                                .map(list -> permissions(list.get(0)
                                                        .get("PolicyDocument")
                                                        .toString()))));
                    case "AWS::SSO::PermissionSet" ->
                        found.put(
                                account + "/" + properties.get("Name").textValue(),
                                new Policies(
                                        Optional.empty(),
                                        Optional.ofNullable(properties.get("InlinePolicy"))
                                                .map(document -> permissions(document.toString()))));
                    default -> {}
                }
            }
        }
        return found;
    }

    /** Of the configurations of Terraform, with its escapes taken back. */
    static Map<String, Policies> ofTerraform(Path roles, Iterable<String> accounts) throws IOException {
        Map<String, Policies> found = new TreeMap<>();
        for (String account : accounts) {
            JsonNode resources = read(roles, account, "policyc.tf.json").get("resource");
            resources
                    .path("aws_iam_role")
                    .properties()
                    .forEach(role -> found.put(
                            account + "/" + text(role.getValue().get("name")),
                            new Policies(
                                    Optional.of(trust(text(role.getValue().get("assume_role_policy")))),
                                    Optional.of(resources
                                                    .path("aws_iam_role_policy")
                                                    .path(role.getKey())
                                                    .path("policy"))
                                            .filter(JsonNode::isTextual)
                                            .map(policy -> permissions(text(policy))))));
            resources
                    .path("aws_ssoadmin_permission_set")
                    .properties()
                    .forEach(set -> found.put(
                            account + "/" + text(set.getValue().get("name")),
                            new Policies(
                                    Optional.empty(),
                                    Optional.of(resources
                                                    .path("aws_ssoadmin_permission_set_inline_policy")
                                                    .path(set.getKey())
                                                    .path("inline_policy"))
                                            .filter(JsonNode::isTextual)
                                            .map(policy -> permissions(text(policy))))));
        }
        return found;
    }

    static JsonNode read(Path roles, String account, String file) throws IOException {
        return JSON.readTree(roles.resolve(account).resolve(file).toFile());
    }

    static String text(JsonNode template) {
        return DeployedTextTest.literal(template.textValue());
    }

    static LocatedPolicy trust(String json) {
        return policy(json, PolicyType.TRUST_POLICY);
    }

    static LocatedPolicy permissions(String json) {
        return policy(json, PolicyType.IDENTITY_POLICY);
    }

    private static LocatedPolicy policy(String json, PolicyType type) {
        return PolicyReader.read("emitted", SourceText.of("emitted", json), type)
                .orThrow();
    }
}
