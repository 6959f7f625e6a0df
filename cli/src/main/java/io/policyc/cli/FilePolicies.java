package io.policyc.cli;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.node.SourceFiles;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import java.nio.file.Path;
import java.util.Optional;

/** Policies by the paths of their files, as options name them. */
record FilePolicies(GlobalOptions options) implements PolicyResolver {
    @Override
    public Optional<Checked<ImmutableList<LocatedPolicy>>> resolve(String path, PolicyType type) {
        return Optional.of(SourceFiles.read(options.resolve(Path.of(path)), path)
                .then(source -> PolicyReader.read(path, source, type))
                .map(ImmutableList::of));
    }

    @Override
    public ImmutableCollection<String> names() {
        return ImmutableList.of();
    }
}
