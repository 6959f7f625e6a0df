package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import io.policyc.node.JsonNodes;
import io.policyc.node.JsonRecords;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Events for the alerts, one a line, after the examples of the pages of CloudTrail: those that raise one, and near misses. */
final class AlertEvents {
    private AlertEvents() {}

    static ImmutableList<ObjectNode> raising(Alert alert) {
        return read(alert.name() + "/raises.jsonl");
    }

    static ImmutableList<ObjectNode> nearMisses(Alert alert) {
        return read(alert.name() + "/does-not.jsonl");
    }

    /** The events of all alerts. */
    static ImmutableList<ObjectNode> all() {
        ImmutableList.Builder<ObjectNode> all = ImmutableList.builder();
        Alerts.all().forEach(alert -> all.addAll(raising(alert)).addAll(nearMisses(alert)));
        return all.build();
    }

    static Node json(String text) {
        return JsonNodes.read(SourceText.of("test.json", text)).orThrow();
    }

    private static ImmutableList<ObjectNode> read(String file) {
        ImmutableList.Builder<ObjectNode> events = ImmutableList.builder();
        try (InputStream in =
                Files.newInputStream(Path.of("src/test/resources/alerts").resolve(file))) {
            JsonRecords.read(
                    in,
                    file,
                    "Records",
                    record -> events.add(record.then(CloudTrailEnvelope::of).orThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events.build();
    }
}
