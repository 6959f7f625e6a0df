package io.policyc.cli;

import io.policyc.alert.Alert;
import io.policyc.node.JsonText;
import java.util.List;

/** Alerts as they are listed. */
final class AlertText {
    private AlertText() {}

    static String list(List<Alert> alerts) {
        StringBuilder text = new StringBuilder();
        for (Alert alert : alerts) {
            text.append(alert.name())
                    .append(" (")
                    .append(alert.urgency().word())
                    .append(")\n");
            text.append("    ").append(alert.title()).append('\n');
            text.append("    raised by ").append(alert.raisedBy().words());
            text.append("; events are in ").append(alert.place().words()).append('\n');
            text.append("    ").append(alert.why()).append('\n');
        }
        return text.append(
                        "\n`policyc alerts --emit cloudformation` writes rules of EventBridge, `--match FILE` tries events\n")
                .toString();
    }

    static String json(List<Alert> alerts) {
        JsonText json = JsonText.pretty();
        json.object(() -> json.arrayField(
                "alerts",
                () -> alerts.forEach(alert -> json.object(() -> {
                    json.field("name", alert.name());
                    json.field("title", alert.title());
                    json.field("why", alert.why());
                    json.field("urgency", alert.urgency().word());
                    json.field("raisedBy", alert.raisedBy().words());
                    json.field("place", alert.place().words());
                    json.name("pattern").value(alert.pattern().root());
                }))));
        return json + "\n";
    }

    /** The pattern alone, as {@code aws events put-rule --event-pattern} takes it. */
    static String pattern(Alert alert) {
        return JsonText.pretty().value(alert.pattern().root()) + "\n";
    }
}
