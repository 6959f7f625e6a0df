package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
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
import io.policyc.organization.PolicyTarget;
import io.policyc.packing.Packed.PassSizes;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.Sid;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code manifest.json}: for each document its files, sizes, SHA-256 and what packing did, for each statement and condition
 * the lines of the intents that it comes from; the same for roles, and what is attached where. It also tells the next build which files are its
 * own.
 */
final class Manifest {
    private static final Pattern OWN_FILE = Pattern.compile("[A-Za-z0-9_-]+(\\.min|\\.tf)?\\.json"
            + "|roles/[0-9]{12}/(cloudformation|policyc\\.tf|[A-Za-z0-9_+=,.@-]+\\.(trust|permissions))\\.json");

    private final JsonText json = JsonText.pretty();
    private final Workspace workspace;
    private final ImmutableSet<String> outputs;

    private Manifest(Workspace workspace, ImmutableSet<String> outputs) {
        this.workspace = workspace;
        this.outputs = outputs;
    }

    /** @param outputs the names of the files beside the documents */
    static String write(Workspace workspace, ImmutableSet<String> outputs) {
        Manifest manifest = new Manifest(workspace, outputs);
        manifest.write();
        return manifest.json + "\n";
    }

    /** The names of the files that a manifest of ours lists; none if the text is something else. */
    static ImmutableSet<String> files(SourceText text) {
        ImmutableSet.Builder<String> files = ImmutableSet.builder();
        if (JsonNodes.read(text).value().orElse(null) instanceof ObjectNode root) {
            documents(root, files);
            elements(root, "roles").forEach(role -> documents(role, files));
            elements(root, "outputs").forEach(output -> add(output, files));
        }
        return files.build();
    }

    private static void documents(Node owner, ImmutableSet.Builder<String> files) {
        for (Node document : elements(owner, "documents")) {
            if (document instanceof ObjectNode fields) {
                fields.get("file").ifPresent(node -> add(node, files));
                fields.get("minifiedFile").ifPresent(node -> add(node, files));
            }
        }
    }

    private static ImmutableList<Node> elements(Node owner, String key) {
        return owner instanceof ObjectNode object && object.get(key).orElse(null) instanceof ArrayNode array
                ? ImmutableList.copyOf(array.elements())
                : ImmutableList.of();
    }

    /** Only plain names of our own form: a manifest may be edited by anybody, and what it names is removed. */
    private static void add(Node node, ImmutableSet.Builder<String> files) {
        if (node instanceof ScalarNode scalar && OWN_FILE.matcher(scalar.text()).matches()) {
            files.add(scalar.text());
        }
    }

    private void write() {
        json.object(() -> {
            json.field("limits", workspace.settings().limits().profile());
            json.arrayField("documents", () -> {
                for (Compilation compilation : workspace.compilations()) {
                    compilation
                            .documents()
                            .forEach(document -> document(
                                    document,
                                    compilation.passes(),
                                    () -> json.field(
                                            "source",
                                            source(compilation.intent().place()))));
                }
                for (PackedNode node : workspace.packedNodes()) {
                    node.documents()
                            .forEach(document -> document(
                                    document,
                                    node.passes(),
                                    () -> json.field("node", node.node()).field("standsFor", node.policies())));
                }
            });
            if (!workspace.roles().isEmpty()) {
                json.arrayField(
                        "roles",
                        () -> workspace.roles().forEach(role -> new ManifestRole(json, role, this::source).write()));
            }
            json.arrayField(
                    "attachments",
                    () -> workspace
                            .organization()
                            .ifPresent(organization -> organization.targets().forEach(this::target)));
            if (!outputs.isEmpty()) {
                json.field("outputs", outputs);
            }
        });
    }

    private void target(PolicyTarget target) {
        json.object(() -> json.field("target", target.path())
                .field("kind", target.kind().name().toLowerCase(Locale.ROOT))
                .field("id", target.id())
                .field(
                        "policies",
                        target.policies().stream().map(LocatedPolicy::name).toList()));
    }

    /** @param from writes what the document was made of */
    private void document(CompiledDocument document, ImmutableList<PassSizes> passes, Runnable from) {
        LocatedPolicy policy = document.policy();
        json.object(() -> {
            json.field("policy", policy.name());
            from.run();
            json.field("file", Distribution.prettyName(policy.name()));
            json.field("minifiedFile", Distribution.minifiedName(policy.name()));
            json.field("characters", document.size().characters());
            json.field("bytes", document.size().bytes());
            json.field(
                    "sha256",
                    Hashing.sha256()
                            .hashString(document.minified(), StandardCharsets.UTF_8)
                            .toString());
            if (!passes.isEmpty()) {
                json.arrayField("passes", () -> passes.forEach(pass -> pass.write(json)));
            }
            if (policy.places().stream().anyMatch(place -> place.origin().isPresent())) {
                json.field("droppedSids", droppedSids(policy));
            }
            json.arrayField("statements", () -> {
                for (int i = 0; i < policy.document().statements().size(); i++) {
                    new ManifestStatement(json, policy, i, this::source).write();
                }
            });
        });
    }

    /** The names of statements that no statement of the document has any more. */
    private static ImmutableSet<String> droppedSids(LocatedPolicy policy) {
        ImmutableSet.Builder<String> dropped = ImmutableSet.builder();
        for (int i = 0; i < policy.document().statements().size(); i++) {
            Optional<String> own = policy.document().statements().get(i).sid().map(Sid::text);
            policy.sids(i).stream().filter(sid -> !own.equals(Optional.of(sid))).forEach(dropped::add);
        }
        return dropped.build();
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
