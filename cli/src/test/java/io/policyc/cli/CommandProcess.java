package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as a process of its own, from the classes under test. */
final class CommandProcess {
    private CommandProcess() {}

    static ProcessBuilder in(Path folder, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(arguments);
        return new ProcessBuilder(line).directory(folder.toFile());
    }

    /** Writes an executable `policyc` for scripts of a shell, which stands for the launcher. */
    static Path script(Path folder) throws IOException {
        Path script = folder.resolve("policyc");
        Files.writeString(
                script,
                "#!/bin/sh\nexport LC_ALL=C.UTF-8\n"
                        + "exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s \"$@\"\n"
                                .formatted(
                                        Path.of(System.getProperty("java.home"), "bin", "java"),
                                        System.getProperty("java.class.path"),
                                        Main.class.getName()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** All that a stream of a process has, without the last line break. */
    static String text(BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }
}
