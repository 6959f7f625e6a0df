package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.intent.IntentName;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The intents of a repository. Those that do not compile are known by name, so that what refers to them is not taken for a
 * mistake of its own.
 *
 * @param broken names of policies that do not compile
 * @param allNamed whether each file has a name that could be read
 */
record CompiledIntents(ImmutableList<Compilation> compilations, ImmutableSet<String> broken, boolean allNamed) {

    /** Those of one intent that belongs to no repository. */
    static CompiledIntents of(Compilation compilation) {
        return new CompiledIntents(ImmutableList.of(compilation), ImmutableSet.of(), true);
    }

    /** Compiles each file; two policies of one name are reported with both places. */
    static CompiledIntents of(WorkspaceFiles files, List<Path> intents, PolicyCompiler compiler, Findings findings) {
        ImmutableList.Builder<Compilation> compilations = ImmutableList.builder();
        ImmutableSet.Builder<String> broken = ImmutableSet.builder();
        Map<String, SourceSpan> first = new HashMap<>();
        boolean allNamed = true;
        for (Path file : intents) {
            Checked<SourceText> source = files.read(file);
            Optional<Compilation> compilation = findings.take(source.then(compiler::compile));
            Optional<IntentName> name = compilation
                    .map(compiled ->
                            new IntentName(compiled.name(), compiled.intent().place()))
                    .or(() -> source.value().flatMap(IntentName::of));
            allNamed &= name.isPresent();
            boolean free = name.isPresent() && isFree(name.get(), first, findings);
            if (free && compilation.isPresent()) {
                compilations.add(compilation.get());
            } else {
                name.ifPresent(found -> broken.add(found.text()));
            }
        }
        return new CompiledIntents(compilations.build(), broken.build(), allNamed);
    }

    private static boolean isFree(IntentName name, Map<String, SourceSpan> first, Findings findings) {
        // Some file systems do not tell Deny.json from deny.json.
        String key = name.text().toLowerCase(Locale.ROOT);
        SourceSpan defined = first.putIfAbsent(key, name.place());
        if (Distribution.isReserved(key)) {
            findings.add(
                    WorkspaceFindings.DUPLICATE_POLICY,
                    name.place(),
                    "a policy cannot be named `" + name.text() + "`",
                    "its file in dist/ would be the manifest of the build");
            return false;
        }
        if (defined != null) {
            findings.add(
                    WorkspaceFindings.DUPLICATE_POLICY,
                    name.place(),
                    "policy `" + name.text() + "` is already defined at " + defined,
                    "names are unique in a repository, whatever their letter case; they name the files in dist/");
        }
        return defined == null;
    }
}
