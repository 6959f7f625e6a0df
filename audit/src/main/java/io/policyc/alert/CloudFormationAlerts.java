package io.policyc.alert;

import com.google.common.base.CaseFormat;
import io.policyc.alert.Alert.Place;
import io.policyc.node.JsonText;
import java.util.List;

/**
 * A template with one rule an alert. The same template is for every Region: rules on events of IAM are made only where
 * these events are.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html">
 *     AWS::Events::Rule</a>
 */
final class CloudFormationAlerts {
    private static final String IN_REGION_OF_IAM = "InRegionOfIam";
    private static final String HAS_EMAIL = "HasEmail";
    private static final String EMAIL = "AlertEmail";
    private static final String TOPIC = "AlertTopic";
    private static final String ROLE = "AlertDelivery";

    private final List<Alert> alerts;
    private final Destination destination;
    private final JsonText json = JsonText.pretty();

    CloudFormationAlerts(List<Alert> alerts, Destination destination) {
        this.alerts = alerts;
        this.destination = destination;
    }

    String text() {
        boolean newTopic = destination instanceof Destination.NewTopic;
        boolean ofIam = alerts.stream().anyMatch(alert -> alert.place() == Place.REGION_OF_IAM);
        json.object(() -> {
            json.field("AWSTemplateFormatVersion", "2010-09-09");
            json.field("Description", AlertOutput.DESCRIPTION);
            if (newTopic) {
                json.objectField("Parameters", this::email);
            }
            if (newTopic || ofIam) {
                json.objectField("Conditions", () -> conditions(newTopic, ofIam));
            }
            json.objectField("Resources", () -> {
                if (newTopic) {
                    topic();
                }
                role();
                alerts.forEach(this::rule);
            });
        });
        return json + "\n";
    }

    private void email() {
        json.objectField(EMAIL, () -> {
            json.field("Type", "String");
            json.field("Default", "");
            json.field("Description", "Who gets the alerts; AWS asks this address to confirm. Empty: nobody yet.");
        });
    }

    private void conditions(boolean newTopic, boolean ofIam) {
        if (newTopic) {
            json.objectField(HAS_EMAIL, () -> json.arrayField("Fn::Not", () -> json.object(() -> equal(EMAIL, ""))));
        }
        if (ofIam) {
            json.objectField(
                    IN_REGION_OF_IAM,
                    () -> json.arrayField(
                            "Fn::Or",
                            () -> AlertOutput.REGIONS_OF_IAM.forEach(
                                    region -> json.object(() -> equal("AWS::Region", region)))));
        }
    }

    private void equal(String reference, String value) {
        json.arrayField("Fn::Equals", () -> {
            reference(reference);
            json.value(value);
        });
    }

    private void topic() {
        json.objectField(TOPIC, () -> {
            json.field("Type", "AWS::SNS::Topic");
            json.objectField("Properties", () -> json.field("DisplayName", "policyc alerts"));
        });
        json.objectField(TOPIC + "Email", () -> {
            json.field("Type", "AWS::SNS::Subscription");
            json.field("Condition", HAS_EMAIL);
            json.objectField("Properties", () -> {
                json.field("Protocol", "email");
                reference(json.name("Endpoint"), EMAIL);
                reference(json.name("TopicArn"), TOPIC);
            });
        });
    }

    private void role() {
        DeliveryRole role = new DeliveryRole(
                alerts,
                destination.action(),
                text -> reference("AWS::AccountId"),
                (alert, text) -> json.object(() -> json.field(
                        "Fn::Sub",
                        "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/" + alert.ruleName())),
                text -> destinationArn());
        json.objectField(ROLE, () -> {
            json.field("Type", "AWS::IAM::Role");
            json.objectField("Properties", () -> {
                json.field("Description", "EventBridge sends the alerts of policyc with it");
                role.trustPolicy(json.name("AssumeRolePolicyDocument"));
                json.arrayField(
                        "Policies",
                        () -> json.object(() -> {
                            json.field("PolicyName", "Deliver");
                            role.permissionsPolicy(json.name("PolicyDocument"));
                        }));
            });
        });
    }

    private void rule(Alert alert) {
        json.objectField(CaseFormat.LOWER_HYPHEN.to(CaseFormat.UPPER_CAMEL, alert.name()), () -> {
            json.field("Type", "AWS::Events::Rule");
            if (alert.place() == Place.REGION_OF_IAM) {
                json.field("Condition", IN_REGION_OF_IAM);
            }
            json.objectField("Properties", () -> {
                json.field("Name", alert.ruleName());
                json.field("Description", alert.title());
                json.name("EventPattern").value(alert.pattern().root());
                json.field("State", AlertOutput.state(alert));
                json.arrayField("Targets", () -> json.object(() -> target(alert)));
            });
        });
    }

    private void target(Alert alert) {
        json.field("Id", "alerts");
        json.name("Arn");
        destinationArn();
        json.objectField("RoleArn", () -> json.field("Fn::GetAtt", List.of(ROLE, "Arn")));
        if (!(destination instanceof Destination.Bus)) {
            json.objectField("InputTransformer", () -> {
                json.objectField("InputPathsMap", () -> AlertMessage.PATHS.forEach(json::field));
                json.field("InputTemplate", AlertMessage.template(alert));
            });
        }
    }

    private void destinationArn() {
        if (destination instanceof Destination.Topic topic) {
            json.value(topic.arn());
        } else if (destination instanceof Destination.Bus bus) {
            json.value(bus.arn());
        } else {
            reference(TOPIC);
        }
    }

    private void reference(String name) {
        json.object(() -> json.field("Ref", name));
    }

    private static void reference(JsonText json, String name) {
        json.object(() -> json.field("Ref", name));
    }
}
