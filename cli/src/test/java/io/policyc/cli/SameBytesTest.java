package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A build writes the same bytes whatever the locale, the time zone and the order in which files were made. */
@Timeout(60)
final class SameBytesTest {
    private static final Path CASES = Path.of("src/test/resources/cli");

    @TempDir
    private Path folder;

    @Test
    void inAnotherLocaleTimeZoneAndOrderOfFiles() throws Exception {
        for (String name : List.of("build-packed", "build-packed-node", "build-several-documents")) {
            Path here = folder.resolve(name);
            Folders.copy(CASES.resolve(name).resolve("files"), here);
            assertThat(CommandRun.of(here, "build").exit()).isZero();
            Path there = folder.resolve(name + "-there");
            List<String> files = Folders.texts(CASES.resolve(name).resolve("files")).keySet().stream()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (String file : files) {
                Files.createDirectories(there.resolve(file).getParent());
                Files.copy(CASES.resolve(name).resolve("files").resolve(file), there.resolve(file));
            }
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Duser.language=tr",
                            "-Duser.country=TR",
                            "-Duser.timezone=Asia/Kolkata",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "build")
                    .directory(there.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor()).isZero();
            SortedMap<String, String> expected = Folders.texts(here.resolve("dist"));
            assertThat(Folders.texts(there.resolve("dist"))).isEqualTo(expected);
            assertThat(expected).hasSizeGreaterThan(2);
        }
    }
}
