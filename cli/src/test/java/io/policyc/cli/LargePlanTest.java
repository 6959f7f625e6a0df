package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand keys are planned, and planned again from what was kept of them, in little memory. */
final class LargePlanTest {
    private static final int USERS = 100_000;

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandKeysFit() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("policyc.yaml"), "limits: aws\n");
        try (BufferedWriter report = Files.newBufferedWriter(folder.resolve("report.csv"))) {
            report.write("user,arn,user_creation_time,password_enabled,mfa_active,access_key_1_active,"
                    + "access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,"
                    + "access_key_2_last_rotated,access_key_2_last_used_date,cert_1_active,cert_2_active\n");
            for (int i = 0; i < USERS; i++) {
                report.write("user-%06d,arn:aws:iam::111122223333:user/user-%06d,2025-01-01T00:00:00Z,false,false,true,"
                                .formatted(i, i)
                        + "2025-01-01T00:00:00Z,2026-11-20T00:00:00Z,false,N/A,N/A,false,false\n");
            }
        }
        run(0, "--as-of", "2026-11-22");
        assertThat(Files.readAllLines(folder.resolve("plan.state.json"))).hasSize(USERS + 3);
        run(0, "--as-of", "2026-11-23", "--check", "--format", "json");
    }

    private void run(int exit, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("plan", "--credential-report", "report.csv"));
        arguments.addAll(List.of(options));
        ProcessBuilder builder = CommandProcess.in(folder, arguments);
        builder.command().add(1, "-Xmx256m");
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(err)).isEqualTo(exit);
        assertThat(Files.size(out)).isGreaterThan(USERS * 100L);
    }
}
