package io.policyc.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Paths of files in the repository that a build server checked out, from the names that are shown to the user. Elsewhere, and of
 * files elsewhere, the names stay as they are.
 *
 * @param directory what the names are seen from
 * @param repository the root, if a build server tells it
 */
record RepositoryPaths(Path directory, Optional<Path> repository) implements UnaryOperator<String> {
    /** https://docs.github.com/en/actions/reference/workflows-and-actions/variables. */
    private static final String GITHUB = "GITHUB_WORKSPACE";

    /** https://docs.gitlab.com/ci/variables/predefined_variables/. */
    private static final String GITLAB = "CI_PROJECT_DIR";

    static RepositoryPaths of(Map<String, String> environment, GlobalOptions options) {
        Optional<Path> root = Stream.of(GITHUB, GITLAB)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(path -> !path.isEmpty())
                .map(RepositoryPaths::absolute)
                .findFirst();
        return new RepositoryPaths(options.directory, root);
    }

    @Override
    public String apply(String name) {
        Path file = absolute(directory.resolve(name).toString());
        String path = repository
                .filter(file::startsWith)
                .map(root -> root.relativize(file).toString())
                .orElse(name);
        return path.replace(File.separatorChar, '/');
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
