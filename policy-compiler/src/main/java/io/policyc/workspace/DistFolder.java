package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.node.SourceFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The folder that a build writes to. Each file is written whole or not at all; a file is removed only if the previous
 * manifest names it.
 */
public final class DistFolder {
    private final Path folder;

    public DistFolder(Path folder) {
        this.folder = folder;
    }

    /** How a file of the folder stands to what a build gives. */
    public enum State {
        SAME,
        DIFFERENT,
        MISSING,
        /** Written by an earlier build, and no longer built. */
        LEFT_OVER
    }

    /** A file and its state. */
    public record FileState(String name, State state) {}

    /**
     * Compares the folder with what a build gives.
     *
     * @throws IOException if a file cannot be read
     */
    public ImmutableList<FileState> compare(Distribution distribution) throws IOException {
        ImmutableList.Builder<FileState> states = ImmutableList.builder();
        for (String name : distribution.files().keySet()) {
            states.add(new FileState(name, state(name, distribution)));
        }
        for (String name : distribution.isWhole() ? ownFiles() : ImmutableSet.<String>of()) {
            if (!distribution.files().containsKey(name) && Files.exists(folder.resolve(name))) {
                states.add(new FileState(name, State.LEFT_OVER));
            }
        }
        return states.build();
    }

    /**
     * How a file that is {@link State#DIFFERENT} differs, in a few lines.
     *
     * @throws IOException if it cannot be read
     */
    public ImmutableList<String> differences(Distribution distribution, FileState file) throws IOException {
        return file.state() == State.DIFFERENT
                ? Differences.of(distribution.bytes(file.name()), Files.readAllBytes(folder.resolve(file.name())))
                : ImmutableList.of();
    }

    /**
     * Makes the folder what the build gives, and says what each file was before. The manifest is written last.
     *
     * @throws IOException if a file cannot be written; the files before it are written then
     */
    public ImmutableList<FileState> write(Distribution distribution) throws IOException {
        ImmutableList<FileState> states = compare(distribution);
        for (FileState file : states) {
            if (Files.isDirectory(folder.resolve(file.name()))) {
                throw new FileSystemException(file.name(), null, "the folder `" + file.name() + "` is in the way");
            }
            checkFoldersAbove(Path.of(file.name()));
        }
        Files.createDirectories(folder);
        for (FileState file : states) {
            switch (file.state()) {
                case DIFFERENT, MISSING -> writeWhole(file.name(), distribution);
                case LEFT_OVER -> remove(Path.of(file.name()));
                case SAME -> {}
            }
        }
        return states;
    }

    private void checkFoldersAbove(Path file) throws FileSystemException {
        for (Path above = file.getParent(); above != null; above = above.getParent()) {
            Path found = folder.resolve(above);
            if (Files.exists(found) && !Files.isDirectory(found)) {
                throw new FileSystemException(found.toString(), null, "the file `" + above + "` is in the way");
            }
        }
    }

    /** Folders below this one go with their last file. */
    private void remove(Path file) throws IOException {
        Files.deleteIfExists(folder.resolve(file));
        for (Path above = file.getParent(); above != null; above = above.getParent()) {
            if (Files.isSymbolicLink(folder.resolve(above))) {
                return;
            }
            try {
                Files.deleteIfExists(folder.resolve(above));
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private State state(String name, Distribution distribution) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return State.MISSING;
        }
        return Arrays.equals(Files.readAllBytes(file), distribution.bytes(name)) ? State.SAME : State.DIFFERENT;
    }

    private ImmutableSet<String> ownFiles() {
        Path manifest = folder.resolve(Distribution.MANIFEST);
        return Files.isRegularFile(manifest)
                ? SourceFiles.read(manifest).value().map(Manifest::files).orElse(ImmutableSet.of())
                : ImmutableSet.of();
    }

    private void writeWhole(String name, Distribution distribution) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
        AtomicFiles.write(file, distribution.bytes(name));
    }
}
