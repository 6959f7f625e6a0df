package io.policyc.workspace;

import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.node.ArrayNode;
import io.policyc.node.JsonNodes;
import io.policyc.node.JsonText;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Condition;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.nio.charset.StandardCharsets;

/**
 * {@code manifest.json}: for each document its files, size and SHA-256, and for each statement and condition the line of the
 * intent that it comes from. It also tells the next build which files are its own.
 */
final class Manifest {
    private final JsonText json = JsonText.pretty();
    private final Workspace workspace;

    private Manifest(Workspace workspace) {
        this.workspace = workspace;
    }

    static String write(Workspace workspace) {
        Manifest manifest = new Manifest(workspace);
        manifest.write();
        return manifest.json + "\n";
    }

    /** The names of the files that a manifest of ours lists; none if the text is something else. */
    static ImmutableSet<String> files(SourceText text) {
        ImmutableSet.Builder<String> files = ImmutableSet.builder();
        Node root = JsonNodes.read(text).value().orElse(null);
        if (root instanceof ObjectNode object && object.get("documents").orElse(null) instanceof ArrayNode documents) {
            for (Node document : documents.elements()) {
                if (document instanceof ObjectNode fields) {
                    fields.get("file").ifPresent(node -> add(node, files));
                    fields.get("minifiedFile").ifPresent(node -> add(node, files));
                }
            }
        }
        return files.build();
    }

    /** Only plain names of our own form: a manifest may be edited by anybody, and what it names is removed. */
    private static void add(Node node, ImmutableSet.Builder<String> files) {
        if (node instanceof ScalarNode scalar && scalar.text().matches("[A-Za-z0-9_-]+(\\.min)?\\.json")) {
            files.add(scalar.text());
        }
    }

    private void write() {
        json.object(() -> {
            json.field("limits", workspace.settings().limits().profile());
            json.arrayField(
                    "documents",
                    () -> workspace
                            .compilations()
                            .forEach(compilation ->
                                    compilation.documents().forEach(document -> document(compilation, document))));
        });
    }

    private void document(Compilation compilation, CompiledDocument document) {
        LocatedPolicy policy = document.policy();
        json.object(() -> {
            json.field("policy", policy.name());
            json.field("source", source(compilation.intent().place()));
            json.field("file", Distribution.prettyName(policy.name()));
            json.field("minifiedFile", Distribution.minifiedName(policy.name()));
            json.field("characters", document.size().counted());
            json.field(
                    "sha256",
                    Hashing.sha256()
                            .hashString(document.minified(), StandardCharsets.UTF_8)
                            .toString());
            json.arrayField("statements", () -> {
                for (int i = 0; i < policy.document().statements().size(); i++) {
                    statement(policy, i);
                }
            });
        });
    }

    private void statement(LocatedPolicy policy, int index) {
        Statement statement = policy.document().statements().get(index);
        json.object(() -> {
            json.field("sid", statement.sid().map(Sid::text));
            policy.statementPlace(index).ifPresent(this::place);
            json.arrayField("conditions", () -> {
                for (int i = 0; i < statement.conditions().size(); i++) {
                    Condition condition = statement.conditions().get(i);
                    int at = i;
                    json.object(() -> {
                        json.field("operator", condition.operator().word());
                        json.field("key", condition.key().spelling());
                        policy.conditionPlace(index, at).ifPresent(this::place);
                    });
                }
            });
        });
    }

    private void place(SourceSpan span) {
        json.field("line", span.line());
        json.field("column", span.column());
    }

    /** The intent's path from the root of the repository: the same wherever the repository lies. */
    private String source(SourceSpan span) {
        String shown = span.source().name();
        String below = workspace.files().shown().resolve("x").toString();
        String folder = below.substring(0, below.length() - 1);
        String relative = shown.startsWith(folder) ? shown.substring(folder.length()) : shown;
        return relative.replace('\\', '/');
    }
}
