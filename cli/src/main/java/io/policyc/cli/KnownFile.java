package io.policyc.cli;

import io.policyc.comparison.KnownDisagreements;
import io.policyc.comparison.KnownDisagreementsReader;
import io.policyc.finding.Checked;
import io.policyc.node.SourceFiles;
import io.policyc.workspace.WorkspaceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The list of known disagreements of a repository. */
final class KnownFile {
    private static final String NAME = "known-disagreements.yaml";

    private KnownFile() {}

    /** Reads it, if the repository has one. */
    static Optional<Checked<KnownDisagreements>> read(WorkspaceFiles files) {
        Path file = files.root().resolve(NAME);
        return Files.exists(file)
                ? Optional.of(SourceFiles.read(file, files.shown().resolve(NAME).toString())
                        .then(KnownDisagreementsReader::read))
                : Optional.empty();
    }
}
