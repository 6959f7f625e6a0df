package io.policyc.deploy;

import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.node.SourceFiles;
import io.policyc.source.SourceSpan;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the root and each unit stand in the organization's file, by their paths. */
final class UnitPlaces {
    private final Map<String, SourceSpan> places = new HashMap<>();

    private UnitPlaces() {}

    static UnitPlaces of(Workspace workspace) {
        UnitPlaces places = new UnitPlaces();
        WorkspaceFiles files = workspace.files();
        workspace.organization().ifPresent(organization -> {
            Path file = files.root().resolve(WorkspaceFiles.ORGANIZATION);
            String shown = files.shown().resolve(WorkspaceFiles.ORGANIZATION).toString();
            SourceFiles.read(file, shown).then(Nodes::read).value().ifPresent(node -> {
                if (node instanceof ObjectNode object) {
                    object.member("root")
                            .ifPresent(
                                    root -> places.collect(organization.root().name(), root));
                }
            });
        });
        return places;
    }

    Optional<SourceSpan> of(String path) {
        return Optional.ofNullable(places.get(path));
    }

    private void collect(String path, ObjectNode.Member unit) {
        places.put(path, unit.keySpan());
        Optional<Node> units = unit.value() instanceof ObjectNode object ? object.get("units") : Optional.empty();
        if (units.orElse(null) instanceof ObjectNode children) {
            children.members().forEach(child -> collect(path + "/" + child.key(), child));
        }
    }
}
