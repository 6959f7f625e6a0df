package io.policyc.node;

import io.policyc.finding.Checked;
import io.policyc.source.SourceText;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a text as what its name says it is. */
public final class Nodes {
    private Nodes() {}

    /** A name that ends with {@code .json} is JSON, every other is YAML. */
    public static Checked<Node> read(SourceText source) {
        return source.name().toLowerCase(Locale.ROOT).endsWith(".json")
                ? JsonNodes.read(source)
                : YamlNodes.read(source);
    }

    public static Checked<Node> read(Path file) {
        return SourceFiles.read(file).then(Nodes::read);
    }
}
