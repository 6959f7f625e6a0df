package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.cli.BuildReport.FileReport;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.finding.Finding;
import io.policyc.node.JsonText;
import io.policyc.packing.Packed.PassSizes;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyWriter;
import io.policyc.role.CompiledRole;
import io.policyc.role.RoleIntent;
import io.policyc.workspace.PackedNode;
import io.policyc.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** The report of a build as JSON. */
record BuildJson(List<Finding> findings, List<FileReport> files, Optional<Workspace> workspace) {

    String text() {
        JsonText json = JsonText.pretty();
        json.object(() -> {
            FindingsJson.write(findings, json);
            json.arrayField("policies", () -> workspace.ifPresent(found -> documents(found, json)));
            json.arrayField(
                    "roles", () -> workspace.ifPresent(found -> found.roles().forEach(role -> role(role, json))));
            json.arrayField(
                    "files",
                    () -> files.forEach(file -> json.object(() -> {
                        json.field("file", file.file().name());
                        json.field("state", file.state().name());
                        if (!file.differences().isEmpty()) {
                            json.field("differences", file.differences());
                        }
                    })));
        });
        return json.toString();
    }

    private static void documents(Workspace workspace, JsonText json) {
        for (Compilation compilation : workspace.compilations()) {
            String source = compilation.intent().place().source().name();
            compilation
                    .documents()
                    .forEach(document -> document(
                            document, workspace, compilation.passes(), json, () -> json.field("source", source)));
        }
        for (PackedNode node : workspace.packedNodes()) {
            node.documents()
                    .forEach(document -> document(
                            document,
                            workspace,
                            node.passes(),
                            json,
                            () -> json.field("node", node.node()).field("standsFor", node.policies())));
        }
    }

    private static void role(CompiledRole role, JsonText json) {
        RoleIntent intent = role.intent();
        json.object(() -> {
            json.field("role", intent.name());
            json.field("account", intent.account());
            json.field("arn", intent.arn());
            json.field("source", intent.place().source().name());
            role.trustPolicy().ifPresent(policy -> json.field("trustCharacters", characters(policy)));
            role.permissionsPolicy().ifPresent(policy -> json.field("permissionsCharacters", characters(policy)));
        });
    }

    private static int characters(LocatedPolicy policy) {
        return PolicySize.of(PolicyWriter.minified(policy.document())).characters();
    }

    private static void document(
            CompiledDocument document,
            Workspace workspace,
            ImmutableList<PassSizes> passes,
            JsonText json,
            Runnable from) {
        json.object(() -> {
            json.field("policy", document.name());
            from.run();
            json.field("characters", document.size().counted());
            json.field("limit", workspace.settings().limits().documentSize());
            json.field("statements", document.policy().document().statements().size());
            if (!passes.isEmpty()) {
                json.arrayField("passes", () -> passes.forEach(pass -> pass.write(json)));
            }
        });
    }
}
