package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.endpoint.EndpointOptions;
import io.policyc.endpoint.SimulatorEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code policyc test --backend} as a process of its own, which asks a local endpoint with the real client. */
@Timeout(120)
final class BackendTest {
    private static final Path SAMPLE = Folders.PROJECT.resolve("samples/access-keys");
    private static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";

    @TempDir
    private Path folder;

    private record Run(int exit, String stdout, String stderr) {}

    @BeforeEach
    void repository() {
        Folders.copy(SAMPLE, folder);
    }

    /** Without the line that says who answers, and how long it took. */
    private static String report(String stdout) {
        return stdout.replaceAll("(?m)^compared with .*$", "").replaceAll("; \\d+\\.\\d\\d s", "");
    }

    @Test
    void whatIsRecordedFromAnEndpointIsReplayedWithTheSameReport() throws Exception {
        Run recorded;
        try (SimulatorEndpoint endpoint = SimulatorEndpoint.start(EndpointOptions.onAnyFreePort())) {
            recorded = run(
                    true,
                    "--endpoint-url",
                    endpoint.uri().toString(),
                    "--role-callers",
                    "--record",
                    "r.json",
                    "--redact-accounts");
        }
        assertThat(recorded.stderr()).isEmpty();
        assertThat(recorded.exit()).isZero();
        assertThat(recorded.stdout()).contains(" agree, 0 disagree, ");
        String text = Files.readString(folder.resolve("r.json"));
        assertThat(text)
                .startsWith("{\"recording\":1,\"origin\":\"endpoint\",\"accountsReplaced\":true,")
                .doesNotContain(SECRET)
                .doesNotContain("AKIAIOSFODNN7EXAMPLE")
                .doesNotContainPattern("(?<![0-9])(?!(\\d)\\1{11})[0-9]{12}(?![0-9])");
        Run replayed = run(false, "--role-callers", "--replay", "r.json");
        assertThat(replayed.exit()).as(replayed.stderr()).isZero();
        assertThat(report(replayed.stdout())).isEqualTo(report(recorded.stdout()));
    }

    @Test
    void withoutCredentialsNobodyIsAskedAndNothingIsWritten() throws Exception {
        Run run = run(false, "--record", "r.json");
        assertThat(run.exit()).as(run.stdout()).isEqualTo(3);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr())
                .startsWith("policyc: there are no AWS credentials")
                .hasLineCount(2);
        assertThat(folder.resolve("r.json")).doesNotExist();
        assertThat(run(false, "--endpoint-url", "http://127.0.0.1:1").stderr())
                .endsWith("`policyc serve` takes any: AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x\n");
    }

    @Test
    void anEndpointThatIsNotThereIsSaid() throws Exception {
        String gone;
        try (SimulatorEndpoint endpoint = SimulatorEndpoint.start(EndpointOptions.onAnyFreePort())) {
            gone = endpoint.uri().toString();
        }
        Run run = run(true, "--endpoint-url", gone, "--record", "r.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.stderr())
                .startsWith("policyc: the service cannot be reached")
                .doesNotContain(SECRET);
        assertThat(run.stdout()).isEmpty();
        assertThat(folder.resolve("r.json")).doesNotExist();
    }

    private Run run(boolean credentials, String... options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("test", "--backend", "both"));
        line.addAll(List.of(options));
        ProcessBuilder builder = CommandProcess.in(folder, line);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        builder.environment()
                .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        if (credentials) {
            builder.environment().put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
            builder.environment().put("AWS_SECRET_ACCESS_KEY", SECRET);
        }
        Path err = Files.createTempFile(folder.toAbsolutePath().getParent(), "stderr", ".txt");
        Process process = builder.redirectError(err.toFile()).start();
        String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        String stderr = Files.readString(err);
        Files.delete(err);
        return new Run(exit, stdout, stderr);
    }
}
