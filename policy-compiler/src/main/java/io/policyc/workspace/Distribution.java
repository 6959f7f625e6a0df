package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.role.CompiledRole;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a build writes: for each document NAME.json to review and NAME.min.json for AWS, the policies of each role, and the
 * manifest that says where each statement comes from. The same repository gives the same bytes on every machine, on every day.
 *
 * @param files the bytes by file name
 */
public record Distribution(ImmutableList<Compilation> compilations, ImmutableMap<String, byte[]> files) {
    public static final String MANIFEST = "manifest.json";

    /** All files of a repository. */
    public static Distribution of(Workspace workspace) {
        return of(workspace, ImmutableMap.of());
    }

    /**
     * All files of a repository, and others that are made of it.
     *
     * @param outputs texts by file name
     */
    public static Distribution of(Workspace workspace, ImmutableMap<String, String> outputs) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        add(workspace.documents(), files);
        workspace.roles().forEach(role -> add(RoleFiles.texts(role), files));
        add(outputs, files);
        files.put(MANIFEST, utf8(Manifest.write(workspace, outputs.keySet())));
        return new Distribution(workspace.compilations(), ImmutableMap.copyOf(files));
    }

    /** The files of one policy only; the manifest, which tells of all of them, stays as it is. */
    public static Distribution of(Compilation compilation) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        add(compilation.documents(), files);
        return new Distribution(ImmutableList.of(compilation), ImmutableMap.copyOf(files));
    }

    /** The files of one role only. */
    public static Distribution of(CompiledRole role) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        add(RoleFiles.texts(role), files);
        return new Distribution(ImmutableList.of(), ImmutableMap.copyOf(files));
    }

    private static void add(Map<String, String> texts, Map<String, byte[]> files) {
        texts.forEach((name, text) -> files.put(name, utf8(text)));
    }

    private static void add(Iterable<CompiledDocument> documents, Map<String, byte[]> files) {
        for (CompiledDocument document : documents) {
            files.put(prettyName(document.name()), utf8(document.pretty()));
            files.put(minifiedName(document.name()), utf8(document.minified()));
        }
    }

    /** Whether it is all that a repository gives, so that files of ours which it does not have are left over. */
    boolean isWhole() {
        return files.containsKey(MANIFEST);
    }

    /** Whether the files of a policy of that name would be others of ours. */
    static boolean isReserved(String policy) {
        return MANIFEST.equals(prettyName(policy));
    }

    /** The file to review. */
    public static String prettyName(String policy) {
        return policy + ".json";
    }

    /** The file whose text AWS is given. */
    static String minifiedName(String policy) {
        return policy + ".min.json";
    }

    /** The bytes of one of the files. */
    byte[] bytes(String file) {
        return Objects.requireNonNull(files.get(file));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
