package io.policyc.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryFilesTest {
    @TempDir
    private Path folder;

    private RepositoryFiles files = new RepositoryFiles(new WorkspaceFiles(Path.of(""), Path.of("")));

    @BeforeEach
    void write() throws IOException {
        Path root = Files.createDirectories(folder.resolve("repository"));
        Files.writeString(root.resolve("inside.json"), "{}");
        Path outside = Files.writeString(folder.resolve("outside.json"), "{}");
        Files.createSymbolicLink(root.resolve("out.json"), outside);
        Files.createSymbolicLink(root.resolve("in.json"), root.resolve("inside.json"));
        files = new RepositoryFiles(new WorkspaceFiles(root, Path.of("shown")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside.json", "in.json", "./inside.json"})
    void aFileOfTheRepositoryIsRead(String path) {
        assertThat(files.read(path).orThrow().text()).isEqualTo("{}");
    }

    @Test
    void aFileIsOneTextHoweverOftenItIsRead() {
        assertThat(files.read("inside.json").orThrow())
                .isSameAs(files.read("inside.json").orThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.json", "out.json", "/etc/hostname.json", "inside.yaml", "", "a\0.json"})
    void nothingElseIs(String path) {
        Checked<SourceText> read = files.read(path);

        assertThat(read.value()).isEmpty();
        assertThat(read.findings()).extracting(finding -> finding.id()).containsExactly(WorkspaceFindings.FILE_NAME);
    }
}
