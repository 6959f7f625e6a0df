package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred thousand users in a heap of 256 MB. */
@Timeout(240)
final class LargeReportTest {
    private static final int USERS = 100_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv", "sarif", "markdown"})
    void everyFormStreams(String format) throws IOException, InterruptedException {
        report(USERS);
        assertThat(run(format)).isEqualTo(0);
        Path out = folder.resolve("out");
        assertThat(out).isNotEmptyFile();
        if (format.equals("json") || format.equals("sarif")) {
            try (JsonParser parser = new JsonFactory().createParser(out.toFile())) {
                assertThat(parser.nextToken()).isNotNull();
                parser.skipChildren();
                assertThat(parser.nextToken()).isNull();
            }
        } else {
            try (var lines = Files.lines(out)) {
                assertThat(lines.filter(line -> line.contains("user-99999"))).isNotEmpty();
            }
        }
    }

    @Test
    void badRowsAreCounted() throws IOException, InterruptedException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve("report.csv"))) {
            writer.write("user,arn\n");
            for (int i = 0; i < 3_000; i++) {
                writer.write("user-" + i + ",nothing\n");
            }
        }
        assertThat(run("text")).isEqualTo(2);
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(Files.readString(folder.resolve("err"))).contains("3000 of 3000 rows cannot be read");
    }

    private void report(int users) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve("report.csv"))) {
            writer.write("user,arn,password_enabled,mfa_active,access_key_1_active,access_key_1_last_rotated,"
                    + "access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated\n");
            for (int i = 0; i < users; i++) {
                writer.write("user-" + i + ",arn:aws:iam::111122223333:user/some/path/user-" + i
                        + ",false,true,true,2024-01-01T00:00:00+00:00,2026-09-01T00:00:00+00:00,false,N/A\n");
            }
        }
    }

    private int run(String format) throws IOException, InterruptedException {
        ProcessBuilder process = CommandProcess.in(
                folder,
                List.of("audit", "--credential-report", "report.csv", "--as-of", "2026-09-11", "--format", format));
        Map<String, String> environment = process.environment();
        environment.put("JDK_JAVA_OPTIONS", "-Xmx256m");
        return process.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start()
                .waitFor();
    }
}
