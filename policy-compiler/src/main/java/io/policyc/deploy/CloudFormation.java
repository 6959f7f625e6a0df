package io.policyc.deploy;

import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template with one AWS::Organizations::Policy a policy. Content is a string: AWS then gets the very text that was
 * measured, where the text that CloudFormation makes of an object is not documented.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-organizations-policy.html">
 *     AWS::Organizations::Policy</a>
 */
final class CloudFormation {
    private CloudFormation() {}

    static Checked<String> write(Deployment deployment) {
        Findings findings = new Findings();
        List<DeployedPolicy> policies = deployment.policies();
        policies.forEach(policy -> checkText(policy, findings));
        Labels labels = Labels.of(
                deployment.names(), "policies", ToolNames::logicalId, "logical id of CloudFormation", findings);
        JsonText json = JsonText.pretty();
        json.object(() -> {
            json.field("AWSTemplateFormatVersion", "2010-09-09");
            json.field("Description", "Service control policies, built by policyc");
            json.objectField("Resources", () -> policies.forEach(policy -> resource(policy, labels, json)));
        });
        String text = json + "\n";
        CloudFormationLimits.check(policies.size() + " policies", policies.size(), text, findings);
        return findings.hasErrors() ? findings.withoutValue() : findings.with(text);
    }

    private static void checkText(DeployedPolicy policy, Findings findings) {
        boolean replaced = Stream.of(Optional.of(policy.name()), policy.description(), Optional.of(policy.content()))
                .flatMap(Optional::stream)
                .anyMatch(CloudFormationLimits::isReplaced);
        if (replaced) {
            findings.add(CloudFormationLimits.replaced("policy " + Printable.quoted(policy.name()), Optional.empty()));
        }
    }

    private static void resource(DeployedPolicy policy, Labels labels, JsonText json) {
        json.objectField(labels.of(policy.name()), () -> {
            json.field("Type", "AWS::Organizations::Policy");
            json.objectField("Properties", () -> {
                json.field("Name", policy.name());
                policy.description().ifPresent(text -> json.field("Description", text));
                json.field("Type", "SERVICE_CONTROL_POLICY");
                json.field("Content", policy.content());
                if (!policy.targets().isEmpty()) {
                    json.field("TargetIds", policy.targets());
                }
            });
        });
    }
}
