package io.policyc.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML text to a tree. One document; no tags or merge keys, and no anchors and aliases but where they are asked for: a
 * policy shall say what it says where it says it, and an alias can make a small file explode.
 */
public final class YamlNodes {
    /** SnakeYAML reads one word or string in time quadratic in its part of a line; a line of 8 MB would take half a minute. */
    private static final int LONGEST_LINE = 1_000_000;

    private static final YAMLFactory FACTORY = factory();

    private YamlNodes() {}

    public static Checked<Node> read(SourceText source) {
        return read(source, YamlBuilder::new);
    }

    /**
     * Reads a file of somebody else's language, which has aliases: each is the value that its anchor stands at, with the
     * place of that. A document that would be large with its aliases written out is refused.
     */
    public static Checked<Node> readWithAliases(SourceText source) {
        return read(source, AliasBuilder::new);
    }

    /** How the tree is built. */
    private interface Building {
        NodeBuilder builder(SourceText source, YAMLParser parser, YamlPlaces places, Findings findings);
    }

    private static Checked<Node> read(SourceText source, Building building) {
        Findings findings = new Findings();
        for (int line = 1; line <= source.lineCount(); line++) {
            if (source.line(line).length() > LONGEST_LINE) {
                String message = "line " + line + " is longer than " + LONGEST_LINE + " characters";
                return Checked.failed(Finding.of(SourceFindings.TOO_LARGE, source.start(), message));
            }
        }
        YamlPlaces places = new YamlPlaces(source);
        try (YAMLParser parser = FACTORY.createParser(source.text())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                findings.add(SourceFindings.EMPTY, source.start(), "the text is empty; expected a YAML document");
                return findings.withoutValue();
            }
            NodeBuilder builder = building.builder(source, parser, places, findings);
            Node node = builder.build(first);
            if (parser.nextToken() != null) {
                findings.add(
                        SourceFindings.TRAILING_TEXT,
                        builder.span(),
                        "a second document in one file",
                        "one file holds one document; remove the `---`");
            }
            return findings.with(node);
        } catch (JsonProcessingException e) {
            addSyntax(source, places, e, findings);
            return findings.withoutValue();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            // The scanner throws its own exceptions past Jackson for characters that YAML does not allow.
            findings.add(SourceFindings.SYNTAX, place(source, e), "not YAML: " + Printable.line(firstLine(e)));
            return findings.withoutValue();
        }
    }

    private static SourceSpan place(SourceText source, RuntimeException e) {
        int offset = e instanceof ReaderException reader ? source.text().indexOf(reader.getCodePoint()) : -1;
        return offset < 0 ? source.start() : source.at(offset);
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("malformed");
    }

    private static void addSyntax(SourceText source, YamlPlaces places, JsonProcessingException e, Findings findings) {
        SourceSpan span = e.getLocation() == null ? source.start() : source.at(places.offset(e.getLocation()));
        if (e instanceof StreamConstraintsException) {
            JsonNodes.addLimit(span, e, findings);
            return;
        }
        if (e.getOriginalMessage().startsWith("Expected a field name")) {
            findings.add(
                    SourceFindings.YAML_FEATURE,
                    span,
                    "a key that is a list, a map or an alias is not read here",
                    "a key is text; values that start with `{`, `[` or `*` need quotes");
            return;
        }
        String line = source.line(span.line());
        String message = "not YAML: " + JsonNodes.reason(e);
        if (line.contains("*") || line.contains("${") || line.contains("%") || line.contains("@")) {
            findings.add(
                    SourceFindings.SYNTAX,
                    span,
                    message,
                    "put values that hold `*`, `${`, `{`, `%` or `@` in double quotes, for example \"*\"");
        } else {
            findings.add(SourceFindings.SYNTAX, span, message);
        }
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(SourceFiles.MOST_BYTES + 1);
        options.setNestingDepthLimit(JsonNodes.DEEPEST);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(JsonNodes.CONSTRAINTS)
                .build();
    }
}
