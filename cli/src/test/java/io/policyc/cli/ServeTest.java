package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code policyc serve} as a process, and the AWS CLI of Debian as one that asks it. */
@Timeout(120)
final class ServeTest {
    private static final Path AWS = Path.of("/usr/bin/aws");

    private static final String READ_ONLY = """
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "arn:aws:s3:::reports/*" },
                { "Effect": "Deny", "Action": "*", "Resource": "*",
                  "Condition": { "Bool": { "aws:SecureTransport": "false" } } }
              ]
            }
            """;
    private static final String EVERYTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    private static final String REPORT = "arn:aws:s3:::reports/2026";

    @TempDir
    private Path folder;

    private Process server;
    private String url = "";

    /** What a process said. */
    private record Ended(int exit, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        server = command("serve", "--port", "0").start();
        Matcher address = Pattern.compile("listening on (http://127\\.0\\.0\\.1:[0-9]+), stop with Ctrl-C")
                .matcher(String.valueOf(
                        server.inputReader(StandardCharsets.UTF_8).readLine()));
        assertThat(address.matches()).isTrue();
        url = address.group(1);
    }

    @AfterEach
    void stop() {
        server.destroyForcibly();
    }

    @Test
    void aSignalEndsItWell() throws Exception {
        server.destroy();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
    }

    @Test
    void aPortThatIsTakenIsBadUsage() throws Exception {
        Ended second = run(command("serve", "--port", url.substring(url.lastIndexOf(':') + 1)));
        assertThat(second.exit()).isEqualTo(2);
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).hasLineCount(1).contains("cannot listen on 127.0.0.1:", "--port 0");
    }

    @Test
    void identityPolicies() throws Exception {
        assertThat(decisions(
                        "simulate-custom-policy",
                        "--policy-input-list",
                        READ_ONLY,
                        "--action-names",
                        "s3:GetObject",
                        "s3:PutObject",
                        "--resource-arns",
                        REPORT,
                        "arn:aws:s3:::payroll/2026"))
                .containsExactly(
                        "s3:GetObject implicitDeny",
                        "arn:aws:s3:::reports/2026 allowed",
                        "arn:aws:s3:::payroll/2026 implicitDeny",
                        "s3:PutObject implicitDeny",
                        "arn:aws:s3:::reports/2026 implicitDeny",
                        "arn:aws:s3:::payroll/2026 implicitDeny");
        assertThat(decisions(
                        "simulate-custom-policy",
                        "--policy-input-list",
                        READ_ONLY,
                        "--action-names",
                        "s3:GetObject",
                        "--resource-arns",
                        REPORT,
                        "--context-entries",
                        "ContextKeyName=aws:SecureTransport,ContextKeyValues=false,ContextKeyType=boolean"))
                .containsExactly("s3:GetObject explicitDeny", REPORT + " explicitDeny");
    }

    @Test
    void boundaries() throws Exception {
        Ended answer = aws(
                "simulate-custom-policy",
                "--policy-input-list",
                EVERYTHING,
                "--permissions-boundary-policy-input-list",
                READ_ONLY,
                "--action-names",
                "s3:GetObject",
                "s3:PutObject",
                "--resource-arns",
                REPORT,
                "--query",
                "EvaluationResults[].[EvalDecision,"
                        + "PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary]",
                "--output",
                "text");
        assertThat(answer.out()).isEqualTo("allowed\tTrue\nimplicitDeny\tFalse");
    }

    /** The AWS CLI takes a file with a JSON object for a list of its characters. */
    @Test
    void aFileWithOnePolicy() throws Exception {
        Files.writeString(folder.resolve("policy.json"), READ_ONLY);
        assertThat(decisions(
                        "simulate-custom-policy",
                        "--policy-input-list",
                        "file://policy.json",
                        "--action-names",
                        "s3:GetObject",
                        "--resource-arns",
                        REPORT))
                .containsExactly("s3:GetObject allowed", REPORT + " allowed");
    }

    @Test
    void pagesAreFollowed() throws Exception {
        assertThat(decisions(
                        "simulate-custom-policy",
                        "--policy-input-list",
                        READ_ONLY,
                        "--page-size",
                        "1",
                        "--action-names",
                        "s3:GetObject",
                        "s3:ListBucket",
                        "s3:PutObject"))
                .containsExactly(
                        "s3:GetObject implicitDeny", "s3:ListBucket implicitDeny", "s3:PutObject implicitDeny");
        // One request a page, one line a request.
        BufferedReader log = server.errorReader(StandardCharsets.UTF_8);
        for (int page = 0; page < 3; page++) {
            assertThat(log.readLine()).isEqualTo("SimulateCustomPolicy: 1 action");
        }
        assertThat(log.ready()).isFalse();
    }

    @Test
    void contextKeys() throws Exception {
        Ended keys = aws("get-context-keys-for-custom-policy", "--policy-input-list", READ_ONLY, "--output", "text");
        assertThat(keys.out()).isEqualTo("CONTEXTKEYNAMES\taws:SecureTransport");
        assertThat(keys.exit()).isZero();
    }

    @Test
    void errors() throws Exception {
        Ended invalid = aws("simulate-custom-policy", "--policy-input-list", "{}", "--action-names", "s3:GetObject");
        assertThat(invalid.exit()).isEqualTo(254);
        assertThat(invalid.err())
                .contains("(InvalidInput) when calling the SimulateCustomPolicy operation: Policy input list item 1 has"
                        + " invalid content: line 1, column 1: a policy needs a Statement");
        Ended other = aws("list-users");
        assertThat(other.exit()).isEqualTo(254);
        assertThat(other.err()).contains("(InvalidAction)", "Could not find operation ListUsers");
    }

    /** Each result with those of its resources, as {@code name decision}. */
    private List<String> decisions(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of(
                "--query",
                "EvaluationResults[].[[join(' ', [EvalActionName, EvalDecision])],"
                        + " (ResourceSpecificResults || `[]`)[].join(' ', [EvalResourceName, EvalResourceDecision])][][]",
                "--output",
                "text"));
        Ended answer = aws(line.toArray(String[]::new));
        assertThat(answer.err()).isEmpty();
        return ImmutableList.copyOf(answer.out().split("\\t|\\n"));
    }

    private Ended aws(String... arguments) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(AWS), "no " + AWS + " here: the AWS CLI of Debian (package awscli) was not asked");
        List<String> line = new ArrayList<>(List.of(AWS.toString(), "iam"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--endpoint-url", url));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.endsWith("_proxy"));
        builder.environment().put("AWS_ACCESS_KEY_ID", "x");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "x");
        builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        builder.environment()
                .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        builder.environment().put("AWS_PAGER", "");
        return run(builder);
    }

    private static Ended run(ProcessBuilder builder) throws Exception {
        Process process = builder.start();
        process.getOutputStream().close();
        String out = CommandProcess.text(process.inputReader(StandardCharsets.UTF_8));
        String err = CommandProcess.text(process.errorReader(StandardCharsets.UTF_8));
        return new Ended(process.waitFor(), out, err);
    }

    private ProcessBuilder command(String... arguments) {
        return CommandProcess.in(folder, List.of(arguments));
    }
}
