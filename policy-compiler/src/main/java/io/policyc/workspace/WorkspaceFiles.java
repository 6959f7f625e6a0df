package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.node.SourceFiles;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which files a policy repository has.
 *
 * @param root the folder of the repository
 * @param shown the folder as its user named it, which findings show before the path of each file
 */
public record WorkspaceFiles(Path root, Path shown) {
    public static final String SETTINGS = "policyc.yaml";
    public static final String ORGANIZATION = "organization.yaml";
    public static final String INTENTS = "intents";
    public static final String POLICIES = "policies";
    public static final String TESTS = "tests";
    public static final String DIST = "dist";
    static final String INTENT_ENDING = ".policy.yaml";
    static final String TEST_ENDING = ".test.yaml";

    /** Deeper folders than this are not looked into. */
    private static final int DEEPEST = 16;

    /** The nearest folder at or above a path that is a repository: it holds settings, an organization or intents. */
    public static Optional<Path> rootAbove(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (isRepository(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static boolean isRepository(Path folder) {
        return Files.isRegularFile(folder.resolve(SETTINGS))
                || Files.isRegularFile(folder.resolve(ORGANIZATION))
                || Files.isDirectory(folder.resolve(INTENTS));
    }

    ImmutableList<Path> intents() {
        return endingWith(INTENTS, INTENT_ENDING);
    }

    /** SCP documents written by hand. */
    ImmutableList<Path> policies() {
        return endingWith(POLICIES, ".json");
    }

    ImmutableList<Path> tests() {
        return endingWith(TESTS, TEST_ENDING);
    }

    Optional<Path> settings() {
        return existing(SETTINGS);
    }

    Optional<Path> organization() {
        return existing(ORGANIZATION);
    }

    /** Reads a file of the repository; findings name it as the user would. */
    Checked<SourceText> read(Path file) {
        return SourceFiles.read(file, shownName(file));
    }

    String shownName(Path file) {
        return shown.resolve(relativeName(file)).toString();
    }

    /** The path from the root, with slashes on every machine. */
    String relativeName(Path file) {
        String name = root.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString();
        return name.replace('\\', '/');
    }

    private Optional<Path> existing(String name) {
        return Optional.of(root.resolve(name)).filter(Files::exists);
    }

    /** In the order of their names, which is the same on every machine. */
    private ImmutableList<Path> endingWith(String folder, String ending) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return ImmutableList.of();
        }
        try (Stream<Path> files = Files.walk(start, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(this::relativeName))
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
