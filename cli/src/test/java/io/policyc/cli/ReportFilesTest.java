package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of {@code --report} holds what {@code --format} prints, of good, failing and broken tests. */
final class ReportFilesTest {
    private static final String TESTS = "tests/deny-long-lived-credentials.test.yaml";

    @TempDir
    private Path folder;

    @BeforeEach
    void repository() {
        Folders.copy(Folders.init(), folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "junit", "github", "markdown"})
    void aFileHoldsWhatWouldBePrinted(String form) throws IOException {
        check(form, 0);
        Path tests = folder.resolve(TESTS);
        String text = Files.readString(tests);
        Files.writeString(tests, text.replace("expect: explicit-deny", "expect: allow"));
        check(form, 1);
        Files.writeString(tests, text.replace("expect:", "expected:"));
        check(form, 2);
    }

    private void check(String form, int exit) throws IOException {
        CommandRun printed = CommandRun.of(folder, "test", "--format", form);
        Path file = folder.resolve("new/report");
        CommandRun written = CommandRun.of(folder, "test", "--report", form + "=new/report");
        assertThat(printed.exit()).isEqualTo(exit);
        assertThat(written.exit()).isEqualTo(exit);
        String expected = printed.stdout().replace("; 0.00 s", "");
        if (form.equals("text") && exit == 2) {
            expected = printed.stderr();
        }
        assertThat(file).content().isEqualTo(expected);
        assertThat(file.getParent().toFile().list()).containsExactly("report");
    }

    @Test
    void aLinkStaysOne() throws IOException {
        Path file = Files.writeString(folder.resolve("real.xml"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.xml"), file);
        assertThat(CommandRun.of(folder, "test", "--report", "junit=link.xml").exit())
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(file).content().startsWith("<?xml");
    }

    @Test
    void twoNamesOfOneFileAreOneFile() throws IOException {
        Path file = Files.writeString(folder.resolve("real.xml"), "old");
        Files.createSymbolicLink(folder.resolve("link.xml"), file);
        CommandRun run = CommandRun.of(folder, "test", "--report", "junit=link.xml", "--report", "json=real.xml");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.stderr()).contains("`real.xml` would be written twice");
        assertThat(file).content().isEqualTo("old");
    }

    @Test
    void filesInTheRepositoryOfABuildServerAreSeenFromItsRoot() {
        String root = folder.getParent().toString();
        GlobalOptions options = new GlobalOptions();
        options.directory = folder;
        String name = folder.getFileName().toString();
        assertThat(paths(options, "GITHUB_WORKSPACE", root)).isEqualTo(name + "/tests/a.yaml");
        assertThat(paths(options, "CI_PROJECT_DIR", root + "/./")).isEqualTo(name + "/tests/a.yaml");
        assertThat(paths(options, "CI_PROJECT_DIR", folder + "/other")).isEqualTo("tests/a.yaml");
        assertThat(paths(options, "GITHUB_WORKSPACE", "")).isEqualTo("tests/a.yaml");
    }

    private static String paths(GlobalOptions options, String variable, String value) {
        return RepositoryPaths.of(Map.of(variable, value), options).apply("tests/a.yaml");
    }
}
