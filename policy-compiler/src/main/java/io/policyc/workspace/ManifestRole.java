package io.policyc.workspace;

import com.google.common.hash.Hashing;
import io.policyc.node.JsonText;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyWriter;
import io.policyc.role.CompiledRole;
import io.policyc.role.RoleIntent;
import io.policyc.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A role in the manifest: what it is, and of each of its policies the file, the sizes and SHA-256 of the
 * minified text, and the line of each statement.
 *
 * @param source how the manifest names the file of a place
 */
record ManifestRole(JsonText json, CompiledRole role, Function<SourceSpan, String> source) {
    void write() {
        RoleIntent intent = role.intent();
        json.object(() -> {
            json.field("role", intent.name());
            json.field("account", intent.account());
            json.field("arn", intent.arn());
            json.field("source", source.apply(intent.place()));
            json.arrayField("documents", () -> RoleFiles.policies(role).forEach(this::document));
        });
    }

    private void document(String file, LocatedPolicy policy) {
        String minified = PolicyWriter.minified(policy.document());
        json.object(() -> {
            json.field("file", file);
            PolicySize size = PolicySize.of(minified);
            json.field("characters", size.characters());
            json.field("bytes", size.bytes());
            json.field(
                    "sha256",
                    Hashing.sha256()
                            .hashString(minified, StandardCharsets.UTF_8)
                            .toString());
            json.arrayField("statements", () -> {
                for (int i = 0; i < policy.document().statements().size(); i++) {
                    new ManifestStatement(json, policy, i, source).write();
                }
            });
        });
    }
}
