package io.policyc.alert;

import com.google.common.collect.ImmutableMap;
import io.policyc.alert.Alert.Place;
import io.policyc.node.JsonText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Configuration in Terraform's JSON syntax with one aws_cloudwatch_event_rule an alert, for one Region; rules on events of
 * IAM are made only where these events are.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON configuration syntax</a>
 */
final class TerraformAlerts {
    private static final String COUNT_IN_REGION_OF_IAM = "${local.in_region_of_iam ? 1 : 0}";
    private static final String RULE = "aws_cloudwatch_event_rule";
    private static final String TOPIC = "${aws_sns_topic.policyc_alerts.arn}";
    private static final String ACCOUNT = "${data.aws_caller_identity.current.account_id}";

    private final List<Alert> alerts;
    private final Destination destination;
    private final JsonText json = JsonText.pretty();

    TerraformAlerts(List<Alert> alerts, Destination destination) {
        this.alerts = alerts;
        this.destination = destination;
    }

    String text() {
        boolean newTopic = destination instanceof Destination.NewTopic;
        json.object(() -> {
            json.field("//", AlertOutput.DESCRIPTION);
            json.objectField(
                    "terraform",
                    () -> json.objectField(
                            "required_providers",
                            () -> json.objectField("aws", () -> {
                                json.field("source", "hashicorp/aws");
                                json.field("version", ">= 6.0");
                            })));
            if (newTopic) {
                json.objectField(
                        "variable",
                        () -> json.objectField("alert_email", () -> {
                            json.field("type", "string");
                            json.field("default", "");
                            json.field(
                                    "description",
                                    "Who gets the alerts; AWS asks this address to confirm. Empty: nobody yet.");
                        }));
            }
            json.objectField(
                    "data",
                    () -> List.of("aws_caller_identity", "aws_partition", "aws_region")
                            .forEach(kind -> json.objectField(kind, () -> json.objectField("current", () -> {}))));
            json.objectField("locals", () -> json.field("in_region_of_iam", inRegionOfIam()));
            json.objectField("resource", () -> {
                if (newTopic) {
                    topic();
                }
                role();
                json.objectField(RULE, () -> alerts.forEach(this::rule));
                json.objectField("aws_cloudwatch_event_target", () -> alerts.forEach(this::target));
            });
        });
        return json + "\n";
    }

    private static String inRegionOfIam() {
        return AlertOutput.REGIONS_OF_IAM.stream()
                .map(region -> "\"" + region + "\"")
                .collect(Collectors.joining(", ", "${contains([", "], data.aws_region.current.region)}"));
    }

    private void topic() {
        json.objectField(
                "aws_sns_topic",
                () -> json.objectField("policyc_alerts", () -> {
                    json.field("name_prefix", "policyc-alerts-");
                    json.field("display_name", "policyc alerts");
                }));
        json.objectField(
                "aws_sns_topic_subscription",
                () -> json.objectField("policyc_alerts_email", () -> {
                    json.field("count", "${var.alert_email == \"\" ? 0 : 1}");
                    json.field("protocol", "email");
                    json.field("endpoint", "${var.alert_email}");
                    json.field("topic_arn", TOPIC);
                }));
    }

    private void role() {
        DeliveryRole role = new DeliveryRole(
                alerts,
                destination.action(),
                text -> text.value(ACCOUNT),
                (alert, text) -> text.value(
                        "arn:${data.aws_partition.current.partition}:events:${data.aws_region.current.region}:"
                                + ACCOUNT + ":rule/" + alert.ruleName()),
                text -> text.value(destinationArn()));
        JsonText trust = JsonText.minified();
        role.trustPolicy(trust);
        JsonText permissions = JsonText.minified();
        role.permissionsPolicy(permissions);
        json.objectField(
                "aws_iam_role",
                () -> json.objectField("policyc_alerts", () -> {
                    json.field("name_prefix", "policyc-alerts-");
                    json.field("description", "EventBridge sends the alerts of policyc with it");
                    json.field("assume_role_policy", trust.toString());
                }));
        json.objectField(
                "aws_iam_role_policy",
                () -> json.objectField("policyc_alerts", () -> {
                    json.field("name", "Deliver");
                    json.field("role", "${aws_iam_role.policyc_alerts.id}");
                    json.field("policy", permissions.toString());
                }));
    }

    private void rule(Alert alert) {
        json.objectField(label(alert), () -> {
            if (alert.place() == Place.REGION_OF_IAM) {
                json.field("count", COUNT_IN_REGION_OF_IAM);
            }
            json.field("name", alert.ruleName());
            json.field("description", alert.title());
            json.field("event_pattern", alert.pattern().json());
            json.field("state", AlertOutput.state(alert));
        });
    }

    private void target(Alert alert) {
        boolean counted = alert.place() == Place.REGION_OF_IAM;
        json.objectField(label(alert), () -> {
            if (counted) {
                json.field("count", COUNT_IN_REGION_OF_IAM);
            }
            json.field("rule", "${" + RULE + "." + label(alert) + (counted ? "[0]" : "") + ".name}");
            json.field("target_id", "alerts");
            json.field("arn", destinationArn());
            json.field("role_arn", "${aws_iam_role.policyc_alerts.arn}");
            if (!(destination instanceof Destination.Bus)) {
                json.objectField("input_transformer", () -> {
                    ImmutableMap<String, String> paths = AlertMessage.PATHS;
                    json.objectField("input_paths", () -> paths.forEach(json::field));
                    json.field("input_template", AlertMessage.template(alert));
                });
            }
        });
    }

    private String destinationArn() {
        if (destination instanceof Destination.Topic topic) {
            return topic.arn();
        }
        return destination instanceof Destination.Bus bus ? bus.arn() : TOPIC;
    }

    private static String label(Alert alert) {
        return alert.name().replace('-', '_');
    }
}
