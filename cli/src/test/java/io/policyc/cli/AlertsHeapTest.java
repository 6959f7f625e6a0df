package io.policyc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log that is larger than the heap is read event by event. */
@Timeout(300)
final class AlertsHeapTest {
    private static final int EVENTS = 300_000;

    @TempDir
    private Path folder;

    @Test
    void aLogOfAnySizeIsStreamed() throws IOException, InterruptedException {
        byte[] event = ("{\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"ListUsers\",\"userAgent\":\""
                        + "x".repeat(900) + "\"},")
                .getBytes(UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("log.json.gz")))) {
            out.write("{\"Records\":[".getBytes(UTF_8));
            for (int i = 0; i < EVENTS; i++) {
                out.write(event);
            }
            out.write("{\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"CreateAccessKey\"}]}".getBytes(UTF_8));
        }
        ProcessBuilder command = CommandProcess.in(folder, List.of("alerts", "--match", "log.json.gz"));
        command.command().add(1, "-Xmx256m");
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            assertThat(CommandProcess.text(reader))
                    .isEqualTo("log.json.gz record " + (EVENTS + 1) + " (CreateAccessKey): access-key-created\n"
                            + (EVENTS + 1) + " events, 1 raises an alert");
        }
        assertThat(process.waitFor()).isZero();
    }
}
