package io.policyc.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.node.ArrayNode;
import io.policyc.node.JsonNodes;
import io.policyc.node.JsonText;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.request.AwsService;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import io.policyc.source.SourceText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is emitted, read back: patterns take the same events, and nobody else gets to the destination. */
final class AlertOutputTest {
    private static final String ACCOUNT = "111122223333";
    private static final String OTHER = "999999999999";
    private static final String TOPIC = "arn:aws:sns:us-east-1:" + ACCOUNT + ":security";
    private static final String BUS = "arn:aws:events:us-east-1:" + ACCOUNT + ":event-bus/security";

    /** What CloudFormation puts in the place of its own words. */
    private static final ImmutableMap<String, String> VALUES = ImmutableMap.of(
            "${AWS::Partition}", "aws",
            "${AWS::Region}", "us-east-1",
            "${AWS::AccountId}", ACCOUNT,
            "${data.aws_partition.current.partition}", "aws",
            "${data.aws_region.current.region}", "us-east-1",
            "${data.aws_caller_identity.current.account_id}", ACCOUNT,
            "${aws_sns_topic.policyc_alerts.arn}", TOPIC);

    static ImmutableList<Destination> destinations() {
        return ImmutableList.of(
                new Destination.NewTopic(),
                Destination.topic(TOPIC).orElseThrow(),
                Destination.bus(BUS).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void patternsAreReadBack(Destination destination) {
        ObjectNode resources = object(cloudFormation(destination), "Resources");
        ObjectNode rules = object(object(terraform(destination), "resource"), "aws_cloudwatch_event_rule");
        for (Alert alert : Alerts.all()) {
            Node template = resources.members().stream()
                    .map(member -> object(member.value(), "Properties"))
                    .filter(rule -> rule.get("Name")
                            .filter(name -> text(name).equals(alert.ruleName()))
                            .isPresent())
                    .findFirst()
                    .orElseThrow()
                    .get("EventPattern")
                    .orElseThrow();
            String configured = text(object(rules, alert.name().replace('-', '_'))
                    .get("event_pattern")
                    .orElseThrow());
            EventPattern ofCloudFormation =
                    pattern(JsonText.minified().value(template).toString());
            EventPattern ofTerraform = pattern(configured);
            for (ObjectNode event : AlertEvents.all()) {
                assertThat(ofCloudFormation.matches(event)).isEqualTo(alert.isRaisedBy(event));
                assertThat(ofTerraform.matches(event)).isEqualTo(alert.isRaisedBy(event));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void onlyTheRulesOfThisAccountAssumeTheRole(Destination destination) {
        for (LocatedPolicy trust : ImmutableList.of(
                policy(role(destination).get("AssumeRolePolicyDocument").orElseThrow(), PolicyType.TRUST_POLICY),
                policy(terraformText(destination, "aws_iam_role", "assume_role_policy"), PolicyType.TRUST_POLICY))) {
            for (Alert alert : Alerts.all()) {
                String rule = "arn:aws:events:us-east-1:" + ACCOUNT + ":rule/" + alert.ruleName();
                assertThat(assume(trust, "events.amazonaws.com", ACCOUNT, rule)).isEqualTo(Outcome.ALLOWED);
                assertThat(assume(trust, "events.amazonaws.com", OTHER, rule)).isEqualTo(Outcome.IMPLICIT_DENY);
                assertThat(assume(trust, "events.amazonaws.com", ACCOUNT, rule.replace(ACCOUNT, OTHER)))
                        .isEqualTo(Outcome.IMPLICIT_DENY);
                assertThat(assume(trust, "events.amazonaws.com", ACCOUNT, rule + "2"))
                        .isEqualTo(Outcome.IMPLICIT_DENY);
                assertThat(assume(trust, "scheduler.amazonaws.com", ACCOUNT, rule))
                        .isEqualTo(Outcome.IMPLICIT_DENY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void theRoleSendsToTheDestinationOnly(Destination destination) {
        Node attached = ((ArrayNode) role(destination).get("Policies").orElseThrow())
                .elements()
                .get(0);
        String target = destination instanceof Destination.Bus ? BUS : TOPIC;
        for (LocatedPolicy permissions : ImmutableList.of(
                policy(((ObjectNode) attached).get("PolicyDocument").orElseThrow(), PolicyType.IDENTITY_POLICY),
                policy(terraformText(destination, "aws_iam_role_policy", "policy"), PolicyType.IDENTITY_POLICY))) {
            assertThat(send(permissions, destination.action(), target)).isEqualTo(Outcome.ALLOWED);
            assertThat(send(permissions, destination.action(), target + "2")).isEqualTo(Outcome.IMPLICIT_DENY);
            assertThat(send(permissions, "sns:Subscribe", target)).isEqualTo(Outcome.IMPLICIT_DENY);
        }
    }

    /** Templates of CloudFormation refuse null, and each rule sends with the role. */
    @ParameterizedTest
    @MethodSource("destinations")
    void everyRuleSendsWithTheRole(Destination destination) {
        String text = AlertOutput.CLOUDFORMATION.text(Alerts.all(), destination);
        assertThat(text).doesNotContain("null").hasSizeLessThan(51_200);
        assertThat(text.split("\"RoleArn\"", -1)).hasSize(Alerts.all().size() + 1);
        assertThat(text.contains("InputTemplate")).isEqualTo(!(destination instanceof Destination.Bus));
    }

    @Test
    void messagesNameOnlyWhatIsMapped() {
        for (Alert alert : Alerts.all()) {
            String template = AlertMessage.template(alert);
            assertThat(template).startsWith("\"").endsWith("\"").hasSizeLessThan(8_192);
            assertThat(template.substring(1, template.length() - 1)).doesNotContain("\"", "\\");
            assertThat(template.replaceAll("<(" + String.join("|", AlertMessage.PATHS.keySet()) + ")>", ""))
                    .doesNotContain("<", ">");
        }
    }

    @Test
    void otherArnsAreNoDestination() {
        assertThat(Destination.topic(BUS)).isEmpty();
        assertThat(Destination.bus(TOPIC)).isEmpty();
        assertThat(Destination.topic(TOPIC + "${x}")).isEmpty();
        assertThat(Destination.bus(BUS + "\n")).isEmpty();
    }

    private static Outcome assume(LocatedPolicy trust, String service, String account, String rule) {
        Request request = Request.builder(new AwsService(service), "sts:AssumeRole")
                .resource("arn:aws:iam::" + ACCOUNT + ":role/alerts")
                .context("aws:SourceAccount", account)
                .context("aws:SourceArn", rule)
                .build();
        return Simulator.builder()
                .trustPolicy(trust)
                .prepare()
                .evaluate(request)
                .outcome();
    }

    private static Outcome send(LocatedPolicy permissions, String action, String resource) {
        Request request = Request.builder(RoleSession.of(ACCOUNT, "alerts", RoleSession.Kind.ASSUMED), action)
                .resource(resource)
                .build();
        return Simulator.builder()
                .identityPolicies(ImmutableList.of(permissions))
                .prepare()
                .evaluate(request)
                .outcome();
    }

    private static ObjectNode role(Destination destination) {
        return object(object(object(cloudFormation(destination), "Resources"), "AlertDelivery"), "Properties");
    }

    private static Node terraformText(Destination destination, String type, String key) {
        ObjectNode resource = object(object(object(terraform(destination), "resource"), type), "policyc_alerts");
        return json(text(resource.get(key).orElseThrow()));
    }

    private static LocatedPolicy policy(Node tree, PolicyType type) {
        String text = JsonText.minified().value(tree).toString();
        text = text.replaceAll("\\{\"Fn::Sub\":(\"[^\"]*\")}", "$1")
                .replace("{\"Ref\":\"AWS::AccountId\"}", "\"" + ACCOUNT + "\"")
                .replace("{\"Ref\":\"AlertTopic\"}", "\"" + TOPIC + "\"");
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return PolicyReader.read("emitted.json", SourceText.of("emitted.json", text), type)
                .orThrow();
    }

    private static Node cloudFormation(Destination destination) {
        return json(AlertOutput.CLOUDFORMATION.text(Alerts.all(), destination));
    }

    private static Node terraform(Destination destination) {
        return json(AlertOutput.TERRAFORM.text(Alerts.all(), destination));
    }

    private static EventPattern pattern(String text) {
        return EventPattern.read(SourceText.of("pattern.json", text)).orThrow();
    }

    private static Node json(String text) {
        return JsonNodes.read(SourceText.of("emitted.json", text)).orThrow();
    }

    private static ObjectNode object(Node node, String key) {
        return (ObjectNode) ((ObjectNode) node).get(key).orElseThrow();
    }

    private static String text(Node node) {
        return ((ScalarNode) node).text();
    }
}
