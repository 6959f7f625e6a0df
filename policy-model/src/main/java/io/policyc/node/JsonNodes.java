package io.policyc.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.common.base.CharMatcher;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** JSON text to a tree: the strict grammar of RFC 8259, without comments, one value only. */
public final class JsonNodes {
    /** Deepest nesting that is read; a policy nests five deep. */
    static final int DEEPEST = 100;

    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(1_000)
            .build();

    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();

    /** What JSON calls white space; Java's own idea of it is wider. */
    private static final CharMatcher WHITE_SPACE = CharMatcher.anyOf(" \t\r\n");

    private JsonNodes() {}

    public static Checked<Node> read(SourceText source) {
        Findings findings = new Findings();
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                findings.add(SourceFindings.EMPTY, source.start(), "the text is empty; expected a JSON value");
                return findings.withoutValue();
            }
            NodeBuilder builder = new NodeBuilder(source, parser, findings);
            Node node = builder.build(first);
            int end = offset(source, parser.currentLocation());
            String rest = source.text().substring(Math.min(end, source.text().length()));
            String trailing = WHITE_SPACE.trimFrom(rest);
            if (trailing.startsWith("/")) {
                // Most likely a comment, which is told apart.
                parser.nextToken();
            }
            if (!trailing.isEmpty()) {
                int start = end + rest.indexOf(trailing);
                findings.add(
                        SourceFindings.TRAILING_TEXT,
                        source.span(start, start + 1),
                        "text after the end of the document",
                        "one file holds one JSON value");
            }
            return findings.with(node);
        } catch (JsonProcessingException e) {
            addSyntax(
                    e.getLocation() == null ? source.start() : source.at(offset(source, e.getLocation())), e, findings);
            return findings.withoutValue();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    static void addSyntax(SourceSpan span, JsonProcessingException e, Findings findings) {
        if (e instanceof StreamConstraintsException) {
            addLimit(span, e, findings);
        } else if (e.getOriginalMessage().contains("comment")) {
            findings.add(
                    SourceFindings.COMMENT,
                    span,
                    "JSON has no comments, and AWS refuses a policy that holds one",
                    "say it in the Sid, or write the policy as an intent in YAML, where comments may stand");
        } else {
            findings.add(SourceFindings.SYNTAX, span, "not JSON: " + reason(e));
        }
    }

    /** A limit of the reader: on nesting, on the length of a name or a number. */
    static void addLimit(SourceSpan span, JsonProcessingException e, Findings findings) {
        if (e.getOriginalMessage().contains("nesting depth")) {
            findings.add(
                    SourceFindings.TOO_DEEP, span, "nested deeper than " + DEEPEST + " levels, which no policy needs");
        } else {
            findings.add(SourceFindings.TOO_LARGE, span, reason(e));
        }
    }

    /** A place as an offset in the text; the parser may be one past the end, or not know. */
    static int offset(SourceText source, JsonLocation location) {
        return (int)
                Math.max(0, Math.min(location.getCharOffset(), source.text().length()));
    }

    /** The parser's words as a message of ours: one line, lower-case start, no Java names. */
    static String reason(JsonProcessingException e) {
        String text = e.getOriginalMessage().lines().findFirst().orElse("");
        text = text.replaceAll("\\s*\\((code \\d+[^)]*|for .*|start marker.*|through reference.*)\\)", "")
                .replaceAll(", from `[^`]*`", "")
                .replaceAll("JsonToken\\.", "")
                .strip();
        text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return text.isEmpty() ? "malformed" : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
