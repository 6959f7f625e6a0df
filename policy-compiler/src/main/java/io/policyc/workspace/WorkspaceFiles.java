package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

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
    public static final String ROLES = "roles";
    public static final String TESTS = "tests";
    public static final String DIST = "dist";
    public static final String INTENT_ENDING = ".policy.yaml";
    public static final String ROLE_ENDING = ".role.yaml";
    public static final String TEST_ENDING = ".test.yaml";

    /** Deeper folders than this are not looked into. */
    private static final int DEEPEST = 16;

    /** The nearest folder at or above a path that is a repository: it holds settings, an organization, intents or roles. */
    public static Optional<Path> rootAbove(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (isRepository(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether a folder is the root of a repository. */
    public static boolean isRepository(Path folder) {
        return Files.isRegularFile(folder.resolve(SETTINGS))
                || Files.isRegularFile(folder.resolve(ORGANIZATION))
                || Files.isDirectory(folder.resolve(INTENTS))
                || Files.isDirectory(folder.resolve(ROLES));
    }

    /** The files of intents; a folder that cannot be looked into is a finding. */
    ImmutableList<Path> intents(Findings findings) {
        return endingWith(INTENTS, INTENT_ENDING, findings);
    }

    ImmutableList<Path> roles(Findings findings) {
        return endingWith(ROLES, ROLE_ENDING, findings);
    }

    /** SCP documents written by hand. */
    ImmutableList<Path> policies(Findings findings) {
        return endingWith(POLICIES, ".json", findings);
    }

    ImmutableList<Path> tests(Findings findings) {
        return endingWith(TESTS, TEST_ENDING, findings);
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
        return shown.resolve(relative(file)).toString();
    }

    /** The path from the root, with slashes on every machine. */
    String relativeName(Path file) {
        return relative(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private Path relative(Path file) {
        return root.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
    }

    private Optional<Path> existing(String name) {
        return Optional.of(root.resolve(name)).filter(Files::exists);
    }

    /** In the order of their names, which is the same on every machine. */
    private ImmutableList<Path> endingWith(String folder, String ending, Findings findings) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return ImmutableList.of();
        }
        List<Path> found = new ArrayList<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // A link to a folder above is no second way to the files in it.
                if (!(e instanceof FileSystemLoopException)) {
                    findings.add(Finding.withoutPlace(
                            SourceFindings.UNREADABLE,
                            Printable.quoted(shownName(file)) + " cannot be looked into: " + SourceFiles.reason(e)));
                }
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(this::relativeName));
        return ImmutableList.copyOf(found);
    }
}
