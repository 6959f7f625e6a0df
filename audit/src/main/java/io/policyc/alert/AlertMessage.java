package io.policyc.alert;

import com.google.common.collect.ImmutableMap;

/**
 * What people read of an event: one sentence or two. A path that an event does not have leaves nothing behind.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html">Input
 *     transformation</a>
 */
final class AlertMessage {
    /** The parts of an event that are told, by the name that stands for them. */
    static final ImmutableMap<String, String> PATHS = ImmutableMap.<String, String>builder()
            .put("account", "$.account")
            .put("call", "$.detail.eventName")
            .put("caller", "$.detail.userIdentity.arn")
            .put("event", "$.detail.eventID")
            .put("key", "$.detail.userIdentity.accessKeyId")
            .put("message", "$.detail.errorMessage")
            .put("region", "$.region")
            .put("service", "$.detail.eventSource")
            .put("source", "$.detail.sourceIPAddress")
            .put("time", "$.detail.eventTime")
            .buildOrThrow();

    private AlertMessage() {}

    /** A template is a text in quotes, in which {@code <name>} stands for a part of the event. */
    static String template(Alert alert) {
        return "\"" + alert.urgency().word() + ": " + alert.title() + " (" + alert.ruleName() + "). "
                + "<call> of <service> by <caller> with key <key> from <source>, account <account>, <region>, <time>. "
                + "<message> " + alert.why() + " CloudTrail event <event>\"";
    }
}
