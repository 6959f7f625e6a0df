package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import io.policyc.endpoint.EndpointOptions;
import io.policyc.endpoint.SimulatorEndpoint;
import io.policyc.expectation.MarkdownReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipes for build servers: their shell steps run here, against a clone by tag of a repository that stands for this project,
 * for a change that is fine and one that is not.
 */
@Timeout(240)
final class CiRecipesTest {
    private static final Path SAMPLES = Folders.PROJECT.resolve("samples/ci");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String INTENT = "intents/deny-long-lived-credentials.policy.yaml";
    private static final String TAG = "v0.1.0";

    @TempDir
    private Path folder;

    private Path tools;
    private Path repository;
    private Path temporary;

    /** What a step of a job did. */
    private record Step(int exit, String output) {}

    @BeforeEach
    void repositories() throws Exception {
        tools = Files.createDirectory(folder.resolve("tools"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        repository = folder.resolve("repository");
        assertThat(CommandRun.of(folder, "init", "repository").exit()).isZero();
        assertThat(CommandRun.of(repository, "build").exit()).isZero();
        for (String needed : List.of("bash", "git")) {
            Assumptions.assumeTrue(isThere(needed), () -> needed + " is not there; the recipes are not run");
        }
        CommandProcess.script(tools);
        git(tools, "init", "-q");
        git(tools, "add", ".");
        git(tools, "commit", "-qm", "a release");
        git(tools, "tag", TAG);
    }

    @Test
    void theWorkflowOfGithubLetsAGoodChangePass() throws Exception {
        Map<String, Step> steps = github(false);
        assertThat(steps.values()).extracting(Step::exit).containsOnly(0);
        assertThat(steps).hasSize(6);
        assertThat(steps.get("Fetch policyc").output()).startsWith("policyc ");
        assertThat(steps.get("Tests").output()).doesNotContain("::error");
        assertThat(temporary.resolve("summary")).content().contains("✅ policyc test: 11 tests, 11 passed");
        assertThat(temporary.resolve("gh.log"))
                .content()
                .contains("--method POST repos/me/policies/issues/7/comments --field body=@" + temporary);
    }

    @Test
    void theWorkflowOfGithubStopsABadChangeAndSaysWhere() throws Exception {
        breakPolicy();
        Map<String, Step> steps = github(true);
        assertThat(steps.get("Is dist/ what the intents say?").exit()).isEqualTo(1);
        assertThat(steps.get("Is dist/ what the intents say?").output()).startsWith("::error title=dist is stale::");
        assertThat(steps.get("Findings").exit()).isZero();
        assertThat(steps.get("Tests").exit()).isEqualTo(1);
        assertThat(steps.get("Tests").output())
                .startsWith("::error file=tests/deny-long-lived-credentials.test.yaml,line=")
                .contains("11 tests, 4 passed, 7 failed");
        assertThat(steps.get("Comment").exit()).isZero();
        assertThat(temporary.resolve("summary")).content().contains("❌ policyc test: 11 tests, 4 passed, 7 failed");
        assertThat(temporary.resolve("gh.log"))
                .content()
                .contains("--method PATCH repos/me/policies/issues/comments/42 --field body=@" + temporary)
                .doesNotContain("POST");
    }

    @Test
    void aWorkflowThatNobodyFilledInSaysSo() throws Exception {
        JsonNode fetch = step(job("policies"), "Fetch policyc");
        Step step = bash(fetch.path("run").asText(), repository, ImmutableMap.of("POLICYC_REPOSITORY", ""));
        assertThat(step.exit()).isNotZero();
        assertThat(step.output()).contains("say at the top of this workflow where policyc is cloned from");
    }

    /** The step that asks AWS asks the local endpoint here. */
    @Test
    void theWorkflowOfGithubComparesWithAws() throws Exception {
        String compare = step(job("aws"), "Compare").path("run").asText();
        try (SimulatorEndpoint endpoint = SimulatorEndpoint.start(EndpointOptions.onAnyFreePort())) {
            Map<String, String> environment = Map.of(
                    "AWS_ENDPOINT_URL", endpoint.uri().toString(),
                    "AWS_ACCESS_KEY_ID", "x",
                    "AWS_SECRET_ACCESS_KEY", "x",
                    "AWS_EC2_METADATA_DISABLED", "true",
                    "PATH", tools + ":" + System.getenv("PATH"));
            Step good = bash(compare, repository, environment);
            assertThat(good.exit()).as(good.output()).isZero();
            assertThat(good.output())
                    .matches("(?s)::stop-commands::(\\S{30,})\n.*11 tests, 11 passed.* 0 disagree.*\n::\\1::\n");
            breakPolicy();
            Step bad = bash(compare, repository, environment);
            assertThat(bad.exit()).as(bad.output()).isEqualTo(1);
            assertThat(bad.output()).contains("11 tests, 4 passed, 7 failed").endsWith("::\n");
        }
    }

    /** Runs the job's steps, each as the runner would. */
    private Map<String, Step> github(boolean commented) throws Exception {
        executable(
                Files.createDirectories(folder.resolve("bin")).resolve("gh"),
                "echo \"$*\" >> '" + temporary.resolve("gh.log") + "'",
                "case \"$*\" in *--paginate*) " + (commented ? "echo 41; echo 42" : ":") + " ;; esac");
        Map<String, Step> steps = new TreeMap<>();
        Path added = Files.createFile(temporary.resolve("path"));
        for (JsonNode step : job("policies").path("steps")) {
            if (step.has("run")) {
                String path = Joiner.on(':').join(Files.readAllLines(added));
                Map<String, String> environment = new TreeMap<>(Map.of(
                        "POLICYC_REPOSITORY", tools.toUri().toString(),
                        "POLICYC_REF", workflow().at("/env/POLICYC_REF").asText(),
                        "RUNNER_TEMP", temporary.toString(),
                        "GITHUB_WORKSPACE", repository.toString(),
                        "GITHUB_PATH", added.toString(),
                        "GITHUB_STEP_SUMMARY", temporary.resolve("summary").toString(),
                        "GITHUB_REPOSITORY", "me/policies",
                        "PULL_REQUEST", "7",
                        "PATH", path + ":" + folder.resolve("bin") + ":" + System.getenv("PATH")));
                steps.put(step.path("name").asText(), bash(step.path("run").asText(), repository, environment));
            }
        }
        return steps;
    }

    @Test
    void gitlabShowsWhatFailed() throws Exception {
        JsonNode job = YAML.readTree(SAMPLES.resolve(".gitlab-ci.yml").toFile()).path("policies");
        List<String> script = new ArrayList<>();
        job.path("script").forEach(line -> script.add(line.asText()));
        Map<String, String> environment = Map.of(
                "POLICYC_REPOSITORY", tools.toUri().toString(),
                "POLICYC_REF", TAG,
                "CI_PROJECT_DIR", repository.toString());
        Step good = bash(String.join("\n", script), repository, environment);
        assertThat(good.exit()).as(good.output()).isZero();
        Path report = repository.resolve(job.at("/artifacts/reports/junit").asText());
        assertThat(report).content().contains("tests=\"11\" failures=\"0\"");
        breakPolicy();
        Step bad = bash(String.join("\n", script), repository, environment);
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.output()).contains("dist is stale").contains("11 tests, 4 passed, 7 failed");
        assertThat(report).content().contains("tests=\"11\" failures=\"7\"");
        assertThat(job.at("/artifacts/when").asText()).isEqualTo("always");
    }

    /** What is staged counts, not what lies in the folder. */
    @Test
    void theHookStopsABadCommit() throws Exception {
        git(repository, "init", "-q");
        Files.copy(SAMPLES.resolve("pre-commit"), repository.resolve(".git/hooks/pre-commit"));
        assertThat(Files.isExecutable(repository.resolve(".git/hooks/pre-commit")))
                .isTrue();
        git(repository, "add", ".");
        breakPolicy();
        Map<String, String> environment =
                Map.of("POLICYC", tools.resolve("policyc").toString());
        String commit = "git -c user.name=a -c user.email=a@example.com commit -qm ";
        Step good = bash(commit + "good", repository, environment);
        assertThat(good.exit()).as(good.output()).isZero();
        git(repository, "add", ".");
        Step bad = bash(commit + "bad", repository, environment);
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.output())
                .contains("dist is stale")
                .contains("tests/deny-long-lived-credentials.test.yaml:")
                .contains("11 tests, 4 passed, 7 failed");
        Step nothingLeft = bash("git diff --cached --quiet", repository, environment);
        assertThat(nothingLeft.exit()).as("it is not committed").isEqualTo(1);
    }

    @Test
    void theHooksOfPreCommitDecideTheSame() throws Exception {
        JsonNode hooks = YAML.readTree(
                        SAMPLES.resolve(".pre-commit-config.yaml").toFile())
                .at("/repos/0/hooks");
        List<Integer> good = new ArrayList<>();
        hooks.forEach(hook -> good.add(
                CommandRun.line(repository, hook.path("entry").asText(), "").exit()));
        breakPolicy();
        List<Integer> bad = new ArrayList<>();
        for (JsonNode hook : hooks) {
            bad.add(CommandRun.line(repository, hook.path("entry").asText(), "").exit());
            assertThat(hook.path("pass_filenames").asBoolean(true)).isFalse();
            Pattern files = Pattern.compile(hook.path("files").asText());
            assertThat(List.of(INTENT, "dist/manifest.json", "organization.yaml", "tests/a.test.yaml", "policyc.yaml"))
                    .allMatch(file -> files.matcher(file).find());
            assertThat(files.matcher("README.md").find()).isFalse();
        }
        assertThat(good).containsExactly(0, 0, 0);
        assertThat(bad).containsExactly(1, 0, 1);
    }

    @Test
    void theWorkflowMayDoNoMoreThanItMust() throws IOException {
        JsonNode workflow = workflow();
        assertThat(workflow.path("on").has("pull_request_target")).isFalse();
        assertThat(workflow.path("on").has("pull_request")).isTrue();
        assertThat(permissions(workflow)).isEqualTo(Map.of("contents", "read"));
        assertThat(permissions(job("policies"))).isEqualTo(Map.of("contents", "read", "pull-requests", "write"));
        assertThat(permissions(job("aws"))).isEqualTo(Map.of("contents", "read", "id-token", "write"));
        assertThat(Files.readString(Folders.init().resolve(".github/workflows/policies.yaml")))
                .contains("startswith(\"" + MarkdownReport.MARKER + "\")")
                .doesNotContainIgnoringCase("secrets.")
                .doesNotContainIgnoringCase("access-key")
                .doesNotContainIgnoringCase("access_key");
        // Runs for the main branch never end each other.
        assertThat(workflow.at("/concurrency/group").asText())
                .isEqualTo("policies-${{ github.event.pull_request.number || github.run_id }}");
        for (JsonNode job : workflow.path("jobs")) {
            for (JsonNode step : job.path("steps")) {
                // What a pull request says never becomes a part of a script.
                assertThat(step.path("run").asText()).doesNotContain("${{");
                if (step.has("uses")) {
                    assertThat(step.path("uses").asText())
                            .matches(
                                    "(actions/(checkout|setup-java|cache)|aws-actions/configure-aws-credentials)@v[0-9]+");
                }
            }
            assertThat(job.at("/steps/0/uses").asText()).startsWith("actions/checkout@");
            assertThat(job.at("/steps/0/with/persist-credentials").asBoolean(true))
                    .isFalse();
        }
        assertThat(step(job("aws"), "Fetch policyc")).isEqualTo(step(job("policies"), "Fetch policyc"));
        JsonNode credentials = job("aws").at("/steps/4/with");
        assertThat(credentials.path("role-to-assume").asText()).isEqualTo("${{ vars.POLICYC_AWS_ROLE }}");
        assertThat(job("aws").path("if").asText()).contains("vars.POLICYC_AWS_ROLE != ''");
    }

    @Test
    void theTagIsThatOfThisVersion() throws IOException {
        Matcher version = Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>")
                .matcher(Files.readString(Folders.PROJECT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(TAG).isEqualTo("v" + version.group(1));
        JsonNode gitlab = YAML.readTree(SAMPLES.resolve(".gitlab-ci.yml").toFile());
        for (JsonNode variables : List.of(workflow().path("env"), gitlab.path("variables"))) {
            assertThat(variables.path("POLICYC_REF").asText()).isEqualTo(TAG);
            assertThat(variables.path("POLICYC_REPOSITORY").asText("unset")).isEmpty();
        }
    }

    /** An exception for nearly everybody, and dist/ as it was. */
    private void breakPolicy() throws IOException {
        Path intent = repository.resolve(INTENT);
        String text = Files.readString(intent);
        assertThat(text).contains("principal: iam-user/break-glass/*");
        Files.writeString(intent, text.replace("principal: iam-user/break-glass/*", "principal: iam-user/a*"));
    }

    private static JsonNode workflow() throws IOException {
        return YAML.readTree(
                Folders.init().resolve(".github/workflows/policies.yaml").toFile());
    }

    private static JsonNode job(String name) throws IOException {
        JsonNode job = workflow().path("jobs").path(name);
        assertThat(job.isObject()).isTrue();
        return job;
    }

    private static JsonNode step(JsonNode job, String name) {
        for (JsonNode step : job.path("steps")) {
            if (step.path("name").asText().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("no step is named " + name);
    }

    private static Map<String, String> permissions(JsonNode node) {
        Map<String, String> permissions = new TreeMap<>();
        for (Map.Entry<String, JsonNode> permission : node.path("permissions").properties()) {
            permissions.put(permission.getKey(), permission.getValue().asText());
        }
        return permissions;
    }

    private static boolean isThere(String command) {
        return Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    private static void executable(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void git(Path directory, String... arguments) throws Exception {
        Step step = bash(
                "git -c user.name=a -c user.email=a@example.com '" + String.join("' '", arguments) + "'",
                directory,
                Map.of());
        assertThat(step.exit()).as(step.output()).isZero();
    }

    /** As the runner of GitHub calls a script for which no shell is named. */
    private Step bash(String script, Path directory, Map<String, String> environment) throws Exception {
        Path file = Files.writeString(Files.createTempFile(temporary, "step", ".sh"), script);
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", file.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Step(process.waitFor(), output);
    }
}
