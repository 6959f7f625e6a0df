package io.policyc.deploy;

import io.policyc.node.JsonText;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The resources of a configuration, by type and then by name. */
final class TerraformResources {
    private final Map<String, Map<String, Consumer<JsonText>>> byType = new TreeMap<>();

    /** @param arguments writes the members of the resource's object */
    void add(String type, String label, Consumer<JsonText> arguments) {
        byType.computeIfAbsent(type, key -> new TreeMap<>()).put(label, arguments);
    }

    void write(JsonText json) {
        json.objectField(
                "resource",
                () -> byType.forEach((type, resources) -> json.objectField(
                        type,
                        () -> resources.forEach(
                                (label, arguments) -> json.objectField(label, () -> arguments.accept(json))))));
    }
}
