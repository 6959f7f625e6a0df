package io.policyc.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of files, copied and compared. */
final class Folders {
    /** The repository of this project, seen from the module. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private Folders() {}

    /** The repository that {@code policyc init} makes. */
    static Path init() {
        return Path.of("src/main/resources/io/policyc/cli/init");
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of each file by its path. */
    static SortedMap<String, String> texts(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>(Comparator.naturalOrder());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** What became of the files, a line for each that is not as it was. */
    static String changes(Map<String, String> before, Map<String, String> after) {
        List<String> changes = new ArrayList<>();
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> changes.add("removed " + name));
        after.forEach((name, text) -> {
            if (!text.equals(before.get(name))) {
                changes.add((before.containsKey(name) ? "changed " : "new     ") + name);
            }
        });
        return String.join("\n", changes) + (changes.isEmpty() ? "" : "\n");
    }
}
