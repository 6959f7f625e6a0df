package io.policyc.cli;

import java.io.BufferedReader;
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

    /** All that a stream of a process has, without the last line break. */
    static String text(BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }
}
