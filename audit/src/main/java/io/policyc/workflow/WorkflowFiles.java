package io.policyc.workflow;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
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
 * Files of workflows: those right in a folder {@code .github/workflows}, as GitHub looks for them.
 *
 * @param folder where they are
 * @param shown as its user named it
 */
public record WorkflowFiles(Path folder, Path shown) {
    private static final Path PLACE = Path.of(".github", "workflows");

    /** Deeper folders than this are not looked into, which is said. */
    private static final int DEEPEST = 12;

    /** Those of a repository at its root. */
    public ImmutableList<Path> ofRepository(Findings findings) {
        Path place = folder.resolve(PLACE);
        return Files.isDirectory(place) ? below(place, 1, findings) : ImmutableList.of();
    }

    /** Those of every repository in the folder; the one file, if it is a file. */
    public ImmutableList<Path> ofAll(Findings findings) {
        if (!Files.isDirectory(folder)) {
            return ImmutableList.of(folder);
        }
        ImmutableList<Path> found = below(folder, DEEPEST, findings);
        if (found.isEmpty()) {
            findings.add(Finding.withoutPlace(
                            WorkflowFindings.NOTHING_FOUND, "no workflow in " + Printable.quoted(shown.toString()))
                    .withHelp(
                            "workflows are .github/workflows/*.yml and *.yaml; name a file to read it wherever it is"));
        }
        return found;
    }

    /** Reads one of them. */
    public Checked<Workflow> read(Path file) {
        return SourceFiles.read(file, shownName(file)).then(WorkflowReader::read);
    }

    private String shownName(Path file) {
        Path inFolder = folder.relativize(file);
        return inFolder.toString().isEmpty()
                ? shown.toString()
                : shown.resolve(inFolder).normalize().toString();
    }

    /** In the order of their names, which is the same on every machine. Links to folders are not followed. */
    private ImmutableList<Path> below(Path start, int depth, Findings findings) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isDirectory()) {
                        deeper(file);
                    } else if (isWorkflow(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** In the folder of workflows itself GitHub looks no deeper either. */
                private void deeper(Path directory) {
                    if (!start.toAbsolutePath().normalize().endsWith(PLACE)) {
                        String name = Printable.quoted(shownName(directory));
                        findings.add(Finding.withoutPlace(
                                WorkflowFindings.CANNOT_TELL, name + " is too deep a folder and is not looked into"));
                    }
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    findings.add(Finding.withoutPlace(
                            SourceFindings.UNREADABLE,
                            Printable.quoted(shownName(file)) + " cannot be looked into: " + SourceFiles.reason(e)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(file -> folder.relativize(file).toString()));
        return ImmutableList.copyOf(found);
    }

    private static boolean isWorkflow(Path file) {
        String name = file.toString();
        Optional<Path> place =
                Optional.ofNullable(file.toAbsolutePath().normalize().getParent());
        return (name.endsWith(".yml") || name.endsWith(".yaml"))
                && place.filter(parent -> parent.endsWith(PLACE)).isPresent();
    }
}
