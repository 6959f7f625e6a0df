package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exception that the template for service-account requests shows, added where it says. */
final class ServiceAccountRequestTest {
    private static final Path SAMPLE = Folders.PROJECT.resolve("samples/access-keys");
    private static final String FENCE = "   ```yaml\n";
    private static final String INTENT = "intents/deny-long-lived-credentials.policy.yaml";

    @TempDir
    private Path folder;

    @BeforeEach
    void addTheException() throws IOException {
        Folders.copy(SAMPLE, folder);
        String page = Files.readString(SAMPLE.resolve("docs/service-account-request.md"));
        String block = page.substring(page.indexOf(FENCE) + FENCE.length());
        String exception = Arrays.stream(
                        block.substring(0, block.indexOf("   ```")).split("\n", -1))
                .map(line -> line.replaceFirst("^ {3}", ""))
                .collect(Collectors.joining("\n"));
        Path intent = folder.resolve(INTENT);
        String before = Files.readString(intent);
        Files.writeString(intent, before.replaceFirst("    unless:\n", "    unless:\n" + exception));
        assertThat(Files.readString(intent)).isNotEqualTo(before);
    }

    @Test
    void theRepositoryBuildsAndItsTestsHold() {
        assertThat(CommandRun.of(folder, "build")).extracting(CommandRun::exit).isEqualTo(0);
        assertThat(CommandRun.of(folder, "test")).extracting(CommandRun::exit).isEqualTo(0);
        assertThat(CommandRun.of(folder, "build", "--list-exceptions").stdout())
                .contains("SEC-2077", "finance-it@example.com", "2027-06-30");
        assertThat(CommandRun.of(folder, "check", "--as-of", "2027-07-01").stderr())
                .contains("exception.expired");
    }

    @Test
    void theUserIsSparedUntilItEnds() {
        assertThat(eval("legacy/report-export", "2027-06-29T23:59:59Z")).isNotEqualTo("EXPLICIT_DENY");
        assertThat(eval("legacy/report-export", "2027-06-30T00:00:00Z")).isEqualTo("EXPLICIT_DENY");
        assertThat(eval("legacy/other", "2027-06-29T23:59:59Z")).isEqualTo("EXPLICIT_DENY");
    }

    private String eval(String user, String time) {
        CommandRun run = CommandRun.of(
                folder,
                "eval",
                "--policy",
                "DenyLongLivedCredentials",
                "--principal",
                "iam-user/" + user,
                "--action",
                "s3:ListAllMyBuckets",
                "--credentials",
                "long-lived",
                "--time",
                time,
                "--format",
                "json");
        return run.stdout().replaceFirst("(?s).*\"outcome\":\"([A-Z_]+)\".*", "$1");
    }
}
