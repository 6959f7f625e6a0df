package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: exit codes, and what it does with its three streams. */
@Timeout(60)
final class ProcessTest {
    private static final String REQUEST = "{\"principal\":\"role/ci\",\"action\":\"s3:ListAllMyBuckets\"}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void repository() {
        Folders.copy(Folders.init(), folder);
    }

    @Test
    void resultsGoToStandardOutputAndFindingsToStandardError() throws Exception {
        Process process = command("build", "--stdout").start();
        assertThat(CommandProcess.text(process.inputReader(StandardCharsets.UTF_8)))
                .startsWith("{\"Version\"");
        assertThat(CommandProcess.text(process.errorReader(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
        Process failed = command("build", "nowhere").start();
        assertThat(CommandProcess.text(failed.inputReader(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(CommandProcess.text(failed.errorReader(StandardCharsets.UTF_8)))
                .contains("there is no folder `nowhere`");
        assertThat(failed.waitFor()).isEqualTo(2);
    }

    /** As with {@code | head -1}: no endless work for a reader that is gone, and nothing to tell. */
    @Test
    void aClosedPipeEndsTheCommandInSilence() throws Exception {
        Process process = command("eval", "--policy", "DenyLongLivedCredentials", "--requests", "-")
                .start();
        Thread writer = new Thread(() -> {
            try (OutputStream in = process.getOutputStream()) {
                while (process.isAlive()) {
                    in.write(REQUEST.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // The command is gone, as it should be.
            }
        });
        writer.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("allow (organization policies only)");
        out.close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(CommandProcess.text(process.errorReader(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(process.exitValue()).isEqualTo(3);
        writer.join();
    }

    @Test
    void aFullDiskIsNoSuccess() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
        Process process = command("test").redirectOutput(full.toFile()).start();
        assertThat(CommandProcess.text(process.errorReader(StandardCharsets.UTF_8)))
                .startsWith("policyc: cannot write to standard output: ")
                .hasLineCount(1);
        assertThat(process.waitFor()).isEqualTo(3);
    }

    /** Without a locale Java knows no file names but those of ASCII: that is said, and is no fault of ours. */
    @Test
    void aMissingLocaleIsExplained() throws Exception {
        ProcessBuilder builder = command("build", "dossier-é");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        assertThat(CommandProcess.text(process.errorReader(StandardCharsets.UTF_8)))
                .doesNotContain("internal error")
                .doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private ProcessBuilder command(String... arguments) {
        return CommandProcess.in(folder, List.of(arguments));
    }
}
