package io.policyc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManyUsersTest {
    @Test
    void aHundredThousandUsersNeedLittleMemory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("gaad.json");
        ManyUsers.write(file);
        assertThat(Files.size(file)).isGreaterThan(40_000_000);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyUsers.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).isEqualTo(ManyUsers.COUNT + " " + ManyUsers.COUNT / 100 + "\n");
    }
}
