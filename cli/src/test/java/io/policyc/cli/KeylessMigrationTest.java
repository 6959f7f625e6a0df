package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample that goes the whole way out of access keys, as its README runs it. */
final class KeylessMigrationTest {
    private static final Path SAMPLE = Folders.PROJECT.resolve("samples/keyless-migration");

    @TempDir
    private static Path folder;

    private static SortedMap<String, String> before = new TreeMap<>();
    private static String output = "";

    @BeforeAll
    static void sitting() throws Exception {
        before = Folders.texts(SAMPLE);
        output = run();
    }

    @Test
    void runsInOneSittingAndLeavesNothingBehind() {
        assertThat(output)
                .contains("2 workflows: 1 step in 1 file uses static keys")
                .contains("2 policies and 9 roles compiled")
                .contains("14 tests, 14 passed, 0 failed")
                .contains("repo:acme@1296269/shop@583231:environment:production: allow")
                .contains("repo:acme@1296269/shop@583231:pull_request: implicit-deny")
                .contains("2026-06-01  40 keys: 40 now, 0 later, 0 cannot tell; 0 gone")
                .contains("2026-11-20  1 key: 1 now, 0 later, 0 cannot tell; 41 gone")
                .contains("5 events, 3 raise an alert");
        assertThat(Folders.texts(SAMPLE)).isEqualTo(before);
    }

    /** 75 % of the keys were old, more than 20 administrators had one; of the rest there were some, and then none. */
    @Test
    void theTableOfTheArticleComesOutBeforeAndAfter() {
        assertThat(row("active access keys older than 90 days")).containsExactly("30 (75.0 %)", "0 (0.0 %)");
        assertThat(row("users with active access keys and administrator access"))
                .containsExactly("23", "0");
        assertThat(row("rotations begun and not finished")).containsExactly("4", "0");
        assertThat(row("findings")).containsExactly("84 and 13 unknown", "0 and 4 unknown");
        assertThat(row("orphaned access keys")).containsExactly("9 and 9 unknown", "0");
    }

    /** The cells behind the name of a figure in the table of Markdown. */
    private static List<String> row(String figure) {
        String line = output.lines()
                .filter(text -> text.startsWith("| " + figure + " |"))
                .reduce((first, second) -> second)
                .orElseThrow();
        List<String> cells = Splitter.on('|').trimResults().splitToList(line);
        return cells.subList(2, cells.size() - 1);
    }

    private static String run() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell: the sample's script is not run");
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh", SAMPLE.resolve("run").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("POLICYC", CommandProcess.script(tools).toString());
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
