package io.policyc.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.policyc.finding.Checked;
import io.policyc.source.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReadUnderTheNameThatFindingsShow() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"ü\": 1}");
        SourceText text = SourceFiles.read(file, "shown.json").orThrow();
        assertThat(text.name()).isEqualTo("shown.json");
        assertThat(text.text()).isEqualTo("{\"ü\": 1}");
        assertThat(SourceFiles.read(file).orThrow().name()).isEqualTo(file.toString());
    }

    @Test
    void aMissingFileIsAFinding() {
        assertFinding(
                SourceFiles.read(folder.resolve("no.json"), "no.json"),
                "source.unreadable",
                "`no.json` does not exist");
    }

    @Test
    void aDirectoryIsAFinding() {
        assertFinding(SourceFiles.read(folder, "dir"), "source.unreadable", "`dir` is a directory, not a file");
    }

    @Test
    void aFileBelowAFileIsAFinding() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        Checked<SourceText> read = SourceFiles.read(file.resolve("b.json"), "a.json/b.json");
        assertThat(read.value()).isEmpty();
        assertThat(read.errors()).extracting(finding -> finding.id()).containsExactly(SourceFindings.UNREADABLE);
    }

    @Test
    void aFileThatMayNotBeReadIsAFinding() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");
        assertFinding(SourceFiles.read(file, "a.json"), "source.unreadable", "`a.json` may not be read by this user");
    }

    @Test
    void aHugeFileIsAFindingAndIsNotReadToItsEnd() throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50L * 1024 * 1024);
        }
        assertFinding(SourceFiles.read(file, "huge.json"), "source.too-large", "`huge.json` is larger than 8 MiB");
    }

    @Test
    void aFileOfTheLargestSizeIsRead() throws IOException {
        byte[] bytes = "a".repeat(SourceFiles.MOST_BYTES).getBytes(StandardCharsets.UTF_8);
        assertThat(SourceFiles.read(new ByteArrayInputStream(bytes), "a")
                        .orThrow()
                        .text())
                .hasSize(SourceFiles.MOST_BYTES);
    }

    @Test
    void aByteThatIsNotUtf8IsAFindingWithItsPlace() throws IOException {
        byte[] bytes = {'{', '\n', (byte) 0xc3, (byte) 0xbc, (byte) 0xff, '}'};
        Checked<SourceText> read = SourceFiles.read(new ByteArrayInputStream(bytes), "a");
        assertFinding(read, "source.encoding", "not UTF-8: byte 0xff at byte offset 4");
        assertThat(read.errors().get(0).span().orElseThrow()).hasToString("a:2:2");
    }

    @Test
    void surrogatesWrittenAsUtf8AreNoUtf8() throws IOException {
        byte[] bytes = {(byte) 0xed, (byte) 0xa0, (byte) 0xbd};
        assertFinding(
                SourceFiles.read(new ByteArrayInputStream(bytes), "a"),
                "source.encoding",
                "not UTF-8: byte 0xed at byte offset 0");
    }

    @Test
    void aByteOrderMarkIsTakenOffAndReported() throws IOException {
        byte[] bytes = "\ufeff{}".getBytes(StandardCharsets.UTF_8);
        Checked<SourceText> read = SourceFiles.read(new ByteArrayInputStream(bytes), "a");
        assertThat(read.value().orElseThrow().text()).isEqualTo("{}");
        assertThat(read.errors()).extracting(finding -> finding.id()).containsExactly(SourceFindings.BYTE_ORDER_MARK);
    }

    @Test
    void aStreamThatFailsIsNoFinding() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatThrownBy(() -> SourceFiles.read(closed, "a")).isInstanceOf(IOException.class);
    }

    @Test
    void theNameTellsJsonFromYaml() throws IOException {
        assertThat(Nodes.read(Files.writeString(folder.resolve("a.json"), "a: b"))
                        .hasErrors())
                .isTrue();
        assertThat(Nodes.read(Files.writeString(folder.resolve("a.yaml"), "a: b"))
                        .hasErrors())
                .isFalse();
        assertThat(Nodes.read(Files.writeString(folder.resolve("A.JSON"), "a: b"))
                        .hasErrors())
                .isTrue();
    }

    private static void assertFinding(Checked<?> checked, String id, String message) {
        assertThat(checked.value()).isEmpty();
        assertThat(checked.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id().name()).isEqualTo(id);
            assertThat(finding.message()).isEqualTo(message);
        });
    }
}
