package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A tool that makes rules of EventBridge from alerts. */
public enum AlertOutput {
    CLOUDFORMATION,
    TERRAFORM;

    static final String DESCRIPTION =
            "Alerts of policyc: deploy it in us-east-1, where the events of IAM are, and in each other Region in use";

    /**
     * Where the events of global services are, in each partition.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html">Troubleshooting</a>
     */
    static final ImmutableList<String> REGIONS_OF_IAM = ImmutableList.of("us-east-1", "us-gov-west-1", "cn-north-1");

    /** The text of its file, with the alerts in the order that they are given in. */
    public String text(List<Alert> alerts, Destination destination) {
        return switch (this) {
            case CLOUDFORMATION -> new CloudFormationAlerts(alerts, destination).text();
            case TERRAFORM -> new TerraformAlerts(alerts, destination).text();
        };
    }

    /**
     * Without the second one, EventBridge keeps back the calls that only read.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html">
     *     Read-only management events</a>
     */
    static String state(Alert alert) {
        return alert.readOnly() ? "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" : "ENABLED";
    }
}
