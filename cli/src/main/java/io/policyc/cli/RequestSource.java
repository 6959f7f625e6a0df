package io.policyc.cli;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.node.ArrayNode;
import io.policyc.node.JsonNodes;
import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import io.policyc.source.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where descriptions of requests come from: a YAML or JSON file with one or a list of them, or JSON lines, which are read
 * one after the other and never held together.
 */
final class RequestSource {
    /** A longer line is no description of a request. */
    private static final int LONGEST_LINE = 1024 * 1024;

    private static final List<String> WHOLE = List.of(".yaml", ".yml", ".json");

    private RequestSource() {}

    /** Hands over each description, or what is wrong with it, in the order of the text. */
    static void read(Path argument, GlobalOptions options, InputStream in, Consumer<Checked<Node>> each)
            throws IOException {
        String name = argument.toString();
        if (name.equals("-")) {
            lines("standard input", in, each);
        } else if (WHOLE.stream().anyMatch(name::endsWith)) {
            whole(SourceFiles.read(options.resolve(argument), name).then(Nodes::read), each);
        } else {
            Path file = options.resolve(argument);
            if (!Files.isRegularFile(file)) {
                each.accept(Checked.failed(Finding.withoutPlace(
                                SourceFindings.UNREADABLE,
                                "`" + name + "` " + (Files.exists(file) ? "is not a regular file" : "does not exist"))
                        .withHelp("- reads standard input")));
                return;
            }
            try (InputStream opened = Files.newInputStream(file)) {
                lines(name, opened, each);
            }
        }
    }

    private static void whole(Checked<Node> root, Consumer<Checked<Node>> each) {
        if (root.value().orElse(null) instanceof ArrayNode list && !root.hasErrors()) {
            list.elements().forEach(element -> each.accept(Checked.of(element)));
        } else {
            each.accept(root);
        }
    }

    private static void lines(String name, InputStream in, Consumer<Checked<Node>> each) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        int number = 1;
        for (int c = reader.read(); c >= 0 || line.length() > 0; c = reader.read()) {
            if (c >= 0 && c != '\n') {
                // One character more than allowed is kept, which is enough to refuse the line.
                if (line.length() <= LONGEST_LINE) {
                    line.append((char) c);
                }
                continue;
            }
            if (!line.toString().isBlank()) {
                each.accept(line(name + " line " + number, line.toString()));
            }
            line.setLength(0);
            number++;
            if (c < 0) {
                return;
            }
        }
    }

    private static Checked<Node> line(String name, String text) {
        if (text.length() > LONGEST_LINE) {
            return Checked.failed(Finding.withoutPlace(
                    SourceFindings.TOO_LARGE, name + " is longer than " + LONGEST_LINE + " characters"));
        }
        return JsonNodes.read(SourceText.of(name, text));
    }
}
