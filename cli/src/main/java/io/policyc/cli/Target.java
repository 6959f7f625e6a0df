package io.policyc.cli;

import io.policyc.finding.Checked;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the argument FILE|DIR of a command names: a repository, or single files of one.
 *
 * @param file the file, if it is one
 */
record Target(WorkspaceFiles workspace, Optional<Path> file) {
    /** Files that say something about a whole repository stand for it. */
    private static final List<String> WHOLE = List.of(WorkspaceFiles.SETTINGS, WorkspaceFiles.ORGANIZATION);

    /** A directory is a repository; a file belongs to the nearest repository above it, else to its own directory. */
    static Target of(Path argument, GlobalOptions options) {
        Path path = options.resolve(argument);
        if (!Files.isRegularFile(path)) {
            return new Target(folder(argument, path), Optional.empty());
        }
        if (WHOLE.contains(String.valueOf(path.getFileName()))) {
            return of(Optional.ofNullable(argument.getParent()).orElse(Path.of("")), options);
        }
        Path parent = Optional.ofNullable(argument.getParent()).orElse(Path.of(""));
        Path folder = options.resolve(parent);
        Path root = WorkspaceFiles.rootAbove(folder).orElse(folder);
        Path shown = shownRoot(parent, folder, root);
        return new Target(new WorkspaceFiles(root, shown), Optional.of(path));
    }

    /** A folder inside a repository stands for the repository; any other is one itself, or is about to be. */
    private static WorkspaceFiles folder(Path argument, Path path) {
        Path root = Files.isDirectory(path) ? WorkspaceFiles.rootAbove(path).orElse(path) : path;
        return new WorkspaceFiles(root, root.equals(path) ? argument.normalize() : shownRoot(argument, path, root));
    }

    /** The repository in or above the current directory. */
    static WorkspaceFiles current(GlobalOptions options) {
        Path root = WorkspaceFiles.rootAbove(options.directory).orElse(options.directory);
        return new WorkspaceFiles(root, shownRoot(Path.of(""), options.directory, root));
    }

    /** The root as the user would name it: so many steps up from the folder that was named. */
    private static Path shownRoot(Path parent, Path folder, Path root) {
        Path up = folder.toAbsolutePath()
                .normalize()
                .relativize(root.toAbsolutePath().normalize());
        return parent.resolve(up).normalize();
    }

    /** The repository, or the one intent or role of it. */
    Checked<Workspace> openWorkspace() {
        return file.map(one -> isRole() ? Workspace.openRole(workspace, one) : Workspace.openIntent(workspace, one))
                .orElseGet(() -> Workspace.open(workspace));
    }

    boolean isTest() {
        return endsWith(WorkspaceFiles.TEST_ENDING);
    }

    boolean isIntent() {
        return endsWith(WorkspaceFiles.INTENT_ENDING);
    }

    boolean isRole() {
        return endsWith(WorkspaceFiles.ROLE_ENDING);
    }

    boolean isJson() {
        return endsWith(".json");
    }

    private boolean endsWith(String ending) {
        return file.map(path -> path.toString().endsWith(ending)).orElse(false);
    }
}
