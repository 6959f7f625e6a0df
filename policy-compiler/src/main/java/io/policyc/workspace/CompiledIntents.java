package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.intent.IntentName;
import io.policyc.source.SourceText;
import java.nio.file.Path;
import java.util.List;
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
        PolicyNames names = new PolicyNames(findings);
        boolean allNamed = true;
        for (Path file : intents) {
            Checked<SourceText> source = files.read(file);
            Optional<Compilation> compilation = findings.take(source.then(compiler::compile));
            Optional<IntentName> name = compilation
                    .map(one -> new IntentName(one.name(), one.intent().place()))
                    .or(() -> source.value().flatMap(IntentName::of));
            allNamed &= name.isPresent();
            boolean free = name.isPresent() && names.isFree(name.get());
            if (free && compilation.isPresent()) {
                compilations.add(compilation.get());
            } else {
                name.ifPresent(found -> broken.add(found.text()));
            }
        }
        ImmutableList<Compilation> compiled = compilations.build();
        compiled.forEach(names::checkDocuments);
        return new CompiledIntents(compiled, broken.build(), allNamed);
    }
}
