package io.policyc.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the command inside this process, and what came of it. */
record CommandRun(int exit, String stdout, String stderr) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern SECONDS = Pattern.compile("\\d+\\.\\d\\d s\\b");

    static CommandRun of(Path folder, String... arguments) {
        return run(folder, List.of(arguments), "", ImmutableMap.of(), false);
    }

    /**
     * Runs a line as one would type it, such as {@code NO_COLOR=1 policyc build "a b"}; the variable TTY makes both
     * outputs a terminal, and FOLDER in the value of a variable is the folder itself.
     */
    static CommandRun line(Path folder, String line, String stdin) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        int command = words.indexOf("policyc");
        ImmutableMap.Builder<String, String> environment = ImmutableMap.builder();
        for (String assignment : words.subList(0, command)) {
            List<String> parts = Splitter.on('=').limit(2).splitToList(assignment);
            environment.put(parts.get(0), parts.get(1).replace("FOLDER", folder.toString()));
        }
        Map<String, String> variables = environment.buildOrThrow();
        return run(folder, words.subList(command + 1, words.size()), stdin, variables, variables.containsKey("TTY"));
    }

    private static CommandRun run(
            Path folder, List<String> words, String stdin, Map<String, String> environment, boolean interactive) {
        List<String> arguments = new ArrayList<>(words);
        if (!words.contains("-C")) {
            arguments.addAll(0, List.of("-C", folder.toString()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(
                arguments.toArray(String[]::new),
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive,
                environment);
        return new CommandRun(exit, stable(out, folder), stable(err, folder));
    }

    /** Without what is another in every run. */
    private static String stable(ByteArrayOutputStream bytes, Path folder) {
        String text = bytes.toString(StandardCharsets.UTF_8).replace(folder.toString(), "FOLDER");
        return SECONDS.matcher(text).replaceAll("0.00 s");
    }
}
