package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as its users see it. A case is a folder in src/test/resources/cli: {@code command} has the lines that are
 * typed; {@code from} names a folder of this repository that is copied first, {@code files} lies over it, {@code stdin} is
 * typed in. What is expected: {@code stdout}, {@code stderr}, {@code exit} with a code for each line, and {@code changes}
 * to the files; a file that is not there is empty. {@code -Dgolden.update=true} rewrites them.
 */
final class GoldenCasesTest {
    private static final Path CASES = Path.of("src/test/resources/cli");

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private void check(Path golden) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(golden.getFileName()));
        String from = read(golden.resolve("from")).strip();
        if (!from.isEmpty()) {
            Folders.copy(Folders.PROJECT.resolve(from), folder);
        }
        if (Files.exists(golden.resolve("files"))) {
            Folders.copy(golden.resolve("files"), folder);
        }
        StringBuilder stdout = new StringBuilder();
        StringBuilder stderr = new StringBuilder();
        StringBuilder exit = new StringBuilder();
        SortedMap<String, String> before = Folders.texts(folder);
        List<String> lines = Files.readAllLines(golden.resolve("command"));
        for (String line : lines) {
            CommandRun run = CommandRun.line(folder, line, read(golden.resolve("stdin")));
            String heading = lines.size() > 1 ? "$ " + line + "\n" : "";
            stdout.append(heading).append(run.stdout());
            stderr.append(run.stderr().isEmpty() ? "" : heading).append(run.stderr());
            exit.append(run.exit()).append('\n');
        }
        compare(golden.resolve("stdout"), stdout.toString());
        compare(golden.resolve("stderr"), stderr.toString());
        compare(golden.resolve("exit"), exit.toString());
        compare(golden.resolve("changes"), Folders.changes(before, Folders.texts(folder)));
    }

    private static void compare(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.deleteIfExists(file);
            if (!actual.isEmpty()) {
                Files.writeString(file, actual);
            }
        }
        assertThat(actual).as(file.toString()).isEqualTo(read(file));
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
