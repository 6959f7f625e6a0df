package io.policyc.alert;

import io.policyc.node.JsonText;
import java.util.List;
import java.util.function.Consumer;

/**
 * The role with which EventBridge sends alerts. Only the rules of the alerts, in their own account, may assume it, and it
 * may send to their destination only. A topic's own policy could not say that: AWS takes no conditions in it for
 * EventBridge.
 *
 * @param action the one that it needs
 * @param account writes the id of the account
 * @param ruleArn writes the ARN of an alert's rule
 * @param destination writes the ARN of the destination
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html">
 *     Cross-service confused deputy prevention</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html">Permissions of
 *     targets</a>
 */
record DeliveryRole(
        List<Alert> alerts,
        String action,
        Consumer<JsonText> account,
        RuleArn ruleArn,
        Consumer<JsonText> destination) {
    private static final String VERSION = "2012-10-17";

    /** Writes the ARN of an alert's rule. */
    interface RuleArn {
        void write(Alert alert, JsonText json);
    }

    void trustPolicy(JsonText json) {
        policy(json, () -> {
            json.field("Effect", "Allow");
            json.objectField("Principal", () -> json.field("Service", "events.amazonaws.com"));
            json.field("Action", "sts:AssumeRole");
            json.objectField("Condition", () -> {
                json.objectField("StringEquals", () -> account.accept(json.name("aws:SourceAccount")));
                json.objectField(
                        "ArnEquals",
                        () -> json.arrayField(
                                "aws:SourceArn", () -> alerts.forEach(alert -> ruleArn.write(alert, json))));
            });
        });
    }

    void permissionsPolicy(JsonText json) {
        policy(json, () -> {
            json.field("Effect", "Allow");
            json.field("Action", action);
            destination.accept(json.name("Resource"));
        });
    }

    private static void policy(JsonText json, Runnable statement) {
        json.object(() -> {
            json.field("Version", VERSION);
            json.arrayField("Statement", () -> json.object(statement));
        });
    }
}
