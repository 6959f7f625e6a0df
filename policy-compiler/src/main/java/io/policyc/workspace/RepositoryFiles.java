package io.policyc.workspace;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.node.ReferredFiles;
import io.policyc.node.SourceFiles;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files of a repository by their paths from its root; nothing outside of it, whatever a link says. */
final class RepositoryFiles implements ReferredFiles {
    private final WorkspaceFiles files;
    private final Map<String, Checked<SourceText>> read = new HashMap<>();

    RepositoryFiles(WorkspaceFiles files) {
        this.files = files;
    }

    @Override
    public Checked<SourceText> read(String path) {
        return read.computeIfAbsent(path, this::text);
    }

    private Checked<SourceText> text(String path) {
        if (!path.endsWith(".json")) {
            return refused(path, "is not the path of a .json file");
        }
        try {
            Path file = files.root().resolve(path);
            return isInside(file)
                    ? SourceFiles.read(file, files.shown().resolve(path).toString())
                    : refused(path, "is not in the repository");
        } catch (InvalidPathException e) {
            return refused(path, "cannot be the path of a file");
        } catch (IOException e) {
            return refused(path, "cannot be read: " + SourceFiles.reason(e));
        }
    }

    private boolean isInside(Path file) throws IOException {
        Path root = files.root().toAbsolutePath().normalize();
        boolean named = file.toAbsolutePath().normalize().startsWith(root);
        return named
                && (!Files.exists(file)
                        || file.toRealPath().startsWith(files.root().toRealPath()));
    }

    private static Checked<SourceText> refused(String path, String why) {
        return Checked.failed(Finding.withoutPlace(WorkspaceFindings.FILE_NAME, Printable.quoted(path) + " " + why)
                .withHelp("the path of a .json file from the root of the repository"));
    }
}
