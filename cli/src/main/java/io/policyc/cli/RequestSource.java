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
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

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
        read(argument, options, in, RequestSource::described, each);
    }

    private static Checked<Node> described(SourceText text) {
        return WHOLE.stream().anyMatch(text.name()::endsWith) ? Nodes.read(text) : JsonNodes.read(text);
    }

    /** The same where each text, a whole file or a line, is read in some other way. */
    static void read(
            Path argument,
            GlobalOptions options,
            InputStream in,
            Function<SourceText, Checked<Node>> reader,
            Consumer<Checked<Node>> each)
            throws IOException {
        String name = argument.toString();
        if (name.equals("-")) {
            lines("standard input", in, reader, each);
        } else if (WHOLE.stream().anyMatch(name::endsWith)) {
            whole(SourceFiles.read(options.resolve(argument), name).then(reader), each);
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
                lines(name, opened, reader, each);
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

    /** Bytes up to each line feed, decoded line by line, so that one bad line spoils no other. */
    private static void lines(
            String name, InputStream in, Function<SourceText, Checked<Node>> reader, Consumer<Checked<Node>> each)
            throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        int next = buffered.read();
        while (next >= 0 || line.size() > 0) {
            if (next >= 0 && next != '\n') {
                // One byte more than allowed is kept, which is enough to refuse the line.
                if (line.size() <= LONGEST_LINE) {
                    line.write(next);
                }
            } else {
                line(name + " line " + number, line.toByteArray(), reader, each);
                line.reset();
                number++;
            }
            next = next < 0 ? next : buffered.read();
        }
    }

    private static void line(
            String name, byte[] bytes, Function<SourceText, Checked<Node>> reader, Consumer<Checked<Node>> each)
            throws IOException {
        if (bytes.length > LONGEST_LINE) {
            each.accept(Checked.failed(Finding.withoutPlace(
                    SourceFindings.TOO_LARGE, name + " is longer than " + LONGEST_LINE + " bytes")));
            return;
        }
        Checked<SourceText> text = SourceFiles.read(new ByteArrayInputStream(bytes), name);
        boolean blank = text.value().map(found -> found.text().isBlank()).orElse(false);
        if (!blank) {
            each.accept(text.then(reader));
        }
    }
}
