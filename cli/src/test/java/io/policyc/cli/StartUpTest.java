package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only who asks AWS waits for its SDK: the command holds it, and loads none of it otherwise. */
@Timeout(120)
final class StartUpTest {
    private static final String SDK = "software.amazon.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"build", "check", "test", "help"})
    void noClassOfTheSdkIsLoaded(String command) throws IOException, InterruptedException {
        Folders.copy(Folders.init(), folder);
        String loaded = run("-verbose:class", Main.class.getName(), command);
        assertThat(loaded).contains(Main.class.getName()).doesNotContain(SDK);
    }

    /** The SDK is there to be loaded, so its absence above says something. */
    @Test
    void theSdkIsThereToBeLoaded() throws ClassNotFoundException {
        assertThat(Class.forName(
                        SDK + "awssdk.services.iam.IamClient", false, getClass().getClassLoader()))
                .isInterface();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
