package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody keeps in a repository on purpose: the command says what is wrong, ends, and writes nothing. */
@Timeout(120)
final class HostileFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void repository() {
        Folders.copy(Folders.init(), folder);
    }

    @TestFactory
    Stream<DynamicTest> textsOfEveryKindOfFile() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        List<byte[]> texts = List.of(
                new byte[0],
                "\0".getBytes(StandardCharsets.UTF_8),
                noise,
                new byte[9_000_000],
                "[".repeat(200_000).getBytes(StandardCharsets.UTF_8),
                "{a: ".repeat(200_000).getBytes(StandardCharsets.UTF_8),
                ("a: " + "x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8),
                "- &a [*a,*a]\n".repeat(1_000).getBytes(StandardCharsets.UTF_8),
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "k" + i + ": 1\n")
                        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8),
                "{\"Version\": \"2012-10-17\"".getBytes(StandardCharsets.UTF_8));
        List<String> places = List.of(
                "policyc.yaml",
                "organization.yaml",
                "intents/deny-long-lived-credentials.policy.yaml",
                "policies/a.json",
                "tests/deny-long-lived-credentials.test.yaml");
        return places.stream()
                .flatMap(place -> IntStream.range(0, texts.size())
                        // An empty settings file is one: it marks the folder.
                        .filter(i -> i > 0 || !place.equals("policyc.yaml"))
                        .mapToObj(i -> DynamicTest.dynamicTest(place + " " + i, () -> {
                            Path repository = Files.createTempDirectory(folder, "repository");
                            Folders.copy(Folders.init(), repository);
                            Files.createDirectories(repository.resolve(place).getParent());
                            Files.write(repository.resolve(place), texts.get(i));
                            assertRefused(CommandRun.of(repository, "check"));
                            assertThat(repository.resolve("dist")).doesNotExist();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> eventsOfEveryKind() {
        byte[] noise = new byte[100_000];
        new Random(2).nextBytes(noise);
        String start = "{\"eventType\": \"AwsApiCall\", \"eventSource\": \"s3.amazonaws.com\", \"eventName\": ";
        List<byte[]> events = Stream.concat(
                        Stream.of(new byte[0], noise, new byte[9_000_000]),
                        Stream.of(
                                        "\0",
                                        "[".repeat(200_000),
                                        "{\"Records\":".repeat(200_000),
                                        "{\"Records\": [" + "{},".repeat(100_000) + "{}]}",
                                        "{\"Records\": {\"Records\": []}}",
                                        start + "\"" + "x".repeat(1_000_000),
                                        start + "{\"a\": 1}}",
                                        start + "\"ListBuckets\", \"resources\": [[]]}",
                                        start + "\"ListBuckets\", \"userIdentity\": [\"\u001b[31m\"]}",
                                        start + "\"ListBuckets\", \"eventName\": \"ListBuckets\"}")
                                .map(text -> text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return IntStream.range(0, events.size())
                .mapToObj(i -> DynamicTest.dynamicTest("event " + i, () -> {
                    Path event = Files.createTempFile(folder, "event", ".json");
                    Files.write(event, events.get(i));
                    assertRefused(CommandRun.of(folder, "explain", "--event", event.toString()));
                }));
    }

    /** Names in an event are printed, and may hold what a terminal would obey. */
    @Test
    void anEventHoldsNamesAndNumbersOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("event.json"), """
                {"eventType": "AwsApiCall", "eventSource": "\\u001b[31m.amazonaws.com", "eventName": "a\\nb",
                 "awsRegion": "\\u202e", "userAgent": "\\u001b]0;x\\u0007", "sourceIPAddress": "::%\\u001b",
                 "errorCode": "\\u001b[2J", "eventTime": 1e999, "resources": [{"ARN": "arn:\\u001b[31m:::::"}],
                 "userIdentity": {"type": "\\u001b[31m", "accountId": 1e999}}
                """);
        CommandRun run = CommandRun.of(folder, "explain", "--event", "event.json");
        assertThat(run.exit()).as(run.stderr()).isEqualTo(4);
        assertThat(run.stdout()).doesNotContain("\u001b", "\u0007", "\u202e").contains("\\u001b[31m");
        assertThat(run.stderr()).doesNotContain("\u001b").doesNotContain("internal error");
    }

    @Test
    void aMessageIsAnyText() {
        for (String text : List.of(
                "\u001b[31m",
                "x".repeat(100_000),
                "{".repeat(100_000),
                "User: ".repeat(10_000),
                " is not authorized to perform: ".repeat(2_000),
                "{\"DecodedMessage\": \"{\\\"DecodedMessage\\\": \\\"{}\\\"}\"}",
                "{\"context\": {\"conditions\": {\"items\": [{\"key\": {}}]}}}")) {
            CommandRun run = CommandRun.of(folder, "explain", "--message", text);
            assertRefused(run);
            assertThat(run.stderr()).doesNotContain("\u001b");
        }
    }

    @Test
    void aPipeIsNoEvent() throws Exception {
        pipe(folder.resolve("event.json"));
        CommandRun run = CommandRun.of(folder, "explain", "--event", "event.json");
        assertRefused(run);
        assertThat(run.stderr()).contains("`event.json` is not a regular file");
    }

    @Test
    void aLinkToAFolderAboveIsNoSecondWay() throws IOException {
        link("intents/again", folder.resolve("intents"));
        assertThat(CommandRun.of(folder, "build").exit()).isZero();
    }

    @Test
    void aLinkToNowhereIsNoIntentThatIsLeftOut() throws IOException {
        link("intents/gone.policy.yaml", folder.resolve("gone"));
        CommandRun run = CommandRun.of(folder, "build");
        assertRefused(run);
        assertThat(run.stderr()).contains("`intents/gone.policy.yaml` does not exist");
    }

    @Test
    void aPipeIsNoFile() throws Exception {
        for (String place : List.of("intents/pipe.policy.yaml", "policies/pipe.json", "tests/pipe.test.yaml")) {
            Path repository = Files.createTempDirectory(folder, "repository");
            Folders.copy(Folders.init(), repository);
            pipe(repository.resolve(place));
            CommandRun run = CommandRun.of(repository, "check");
            assertRefused(run);
            assertThat(run.stderr()).contains("`" + place + "` is not a regular file");
            CommandRun named = CommandRun.of(repository, "check", place);
            assertRefused(named);
            assertThat(named.stderr()).contains("`" + place + "` is neither a file nor a folder");
        }
        pipe(folder.resolve("requests.yaml"));
        assertRefused(
                CommandRun.of(folder, "eval", "--policy", "DenyLongLivedCredentials", "--requests", "requests.yaml"));
    }

    @Test
    void foldersStandWhereFilesShould() throws IOException {
        Files.delete(folder.resolve("policyc.yaml"));
        Files.createDirectories(folder.resolve("policyc.yaml"));
        Files.createDirectories(folder.resolve("intents/empty.policy.yaml"));
        CommandRun run = CommandRun.of(folder, "build");
        assertRefused(run);
        assertThat(run.stderr()).contains("`policyc.yaml` is a directory, not a file");
    }

    @Test
    void aFileThatMayNotBeReadIsAFinding() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("intents/closed"));
        Assumptions.assumeTrue(
                closed.toFile().setReadable(false) && !Files.isReadable(closed), "this user may read all");
        CommandRun run = CommandRun.of(folder, "build");
        assertThat(closed.toFile().setReadable(true)).isTrue();
        assertRefused(run);
        assertThat(run.stderr()).contains("`intents/closed` cannot be looked into: permission denied");
    }

    @Test
    void namesHoldWhatTheyLike() throws IOException {
        Path repository = folder.resolve("a 'b\" é \u001b[31m\n");
        Folders.copy(Folders.init(), repository);
        Files.writeString(repository.resolve("intents/x \u001b[31m\n.policy.yaml"), "policy: [");
        CommandRun run =
                CommandRun.of(folder, "build", folder.relativize(repository).toString());
        assertRefused(run);
        assertThat(run.stderr())
                .contains("a 'b\" é \\u001b[31m\\n/intents/x \\u001b[31m\\n.policy.yaml")
                .doesNotContain("\u001b");
        assertThat(CommandRun.of(folder, "build", "no\u001b[31m").stderr()).doesNotContain("\u001b");
        assertThat(CommandRun.of(folder, "\u001b[31m").stderr()).doesNotContain("\u001b");
        assertThat(CommandRun.of(folder, "help", "\u001b[31m").stderr()).doesNotContain("\u001b");
    }

    @Test
    void aReferenceHoldsANulCharacter() throws IOException {
        Files.writeString(folder.resolve("organization.yaml"), "root: { policies: [\"a\\0b.json\"] }");
        assertRefused(CommandRun.of(folder, "check"));
    }

    @Test
    void buildsAtTheSameTimeGiveWhatOneGives() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<CommandRun>> runs = IntStream.range(0, 40)
                .mapToObj(i -> threads.submit(() -> CommandRun.of(folder, "build")))
                .toList();
        for (Future<CommandRun> run : runs) {
            assertThat(run.get().exit()).as(run.get().stderr()).isZero();
        }
        threads.shutdown();
        SortedMap<String, String> files = Folders.texts(folder.resolve("dist"));
        assertThat(files)
                .containsOnlyKeys(
                        "DenyLongLivedCredentials.json", "DenyLongLivedCredentials.min.json", "manifest.json");
        assertThat(CommandRun.of(folder, "build", "--check").exit()).isZero();
    }

    private static void assertRefused(CommandRun run) {
        assertThat(run.exit()).as(run.stderr()).isEqualTo(2);
        assertThat(run.stderr()).contains("error[").doesNotContain("internal error");
    }

    private void link(String name, Path target) throws IOException {
        try {
            Files.createSymbolicLink(folder.resolve(name), target);
        } catch (UnsupportedOperationException | IOException e) {
            Assumptions.abort("no symbolic links here");
        }
    }

    private static void pipe(Path place) throws Exception {
        Files.createDirectories(place.getParent());
        try {
            assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor())
                    .isZero();
        } catch (IOException e) {
            Assumptions.abort("no mkfifo here");
        }
    }
}
