package io.policyc.workspace;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFiles;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that organizations and tests of a repository can refer to: compiled intents by name, SCP documents by the
 * path from the root. A document is read once, so that one reference is one policy.
 */
final class CompiledPolicies implements PolicyResolver {
    /** What tells the path of a document from the name of an intent. */
    static final String DOCUMENT_ENDING = ".json";

    private final WorkspaceFiles files;
    private final ImmutableMap<String, ImmutableList<LocatedPolicy>> byName;
    private final ImmutableSet<String> broken;
    private final Map<Reference, Checked<ImmutableList<LocatedPolicy>>> documents = new HashMap<>();

    /** One file can be read as policies of different types. */
    private record Reference(String path, PolicyType type) {}

    CompiledPolicies(WorkspaceFiles files, CompiledIntents intents) {
        this.files = files;
        ImmutableMap.Builder<String, ImmutableList<LocatedPolicy>> named = ImmutableMap.builder();
        intents.compilations().forEach(compilation -> named.put(compilation.name(), compilation.policies()));
        this.byName = named.buildKeepingLast();
        this.broken = intents.broken();
    }

    @Override
    public Optional<Checked<ImmutableList<LocatedPolicy>>> resolve(String reference, PolicyType type) {
        ImmutableList<LocatedPolicy> compiled = byName.get(reference);
        if (compiled != null && type == PolicyType.SERVICE_CONTROL_POLICY) {
            return Optional.of(Checked.of(compiled));
        }
        if (broken.contains(reference) && type == PolicyType.SERVICE_CONTROL_POLICY) {
            return Optional.of(Checked.failed(Finding.withoutPlace(
                    WorkspaceFindings.BROKEN_POLICY,
                    "the policy " + Printable.quoted(reference) + " does not compile")));
        }
        return reference.endsWith(DOCUMENT_ENDING)
                ? Optional.of(documents.computeIfAbsent(new Reference(reference, type), this::document))
                : Optional.empty();
    }

    @Override
    public ImmutableCollection<String> names() {
        return ImmutableSet.<String>builder()
                .addAll(byName.keySet())
                .addAll(broken)
                .build();
    }

    private Checked<ImmutableList<LocatedPolicy>> document(Reference reference) {
        String path = reference.path();
        Path file;
        try {
            file = files.root().resolve(path);
        } catch (InvalidPathException e) {
            return Checked.failed(Finding.withoutPlace(
                    WorkspaceFindings.FILE_NAME, Printable.quoted(path) + " cannot be the path of a file"));
        }
        return SourceFiles.read(file, files.shown().resolve(path).toString())
                .then(source -> PolicyReader.read(path, source, reference.type()))
                .map(ImmutableList::of);
    }
}
