package io.policyc.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JSON text of any size, read value by value, of which nothing is held. Places in it have no text, only line and column.
 *
 * <p>The stream stands on a value; each method takes that value whole. Null is taken for a value that is not there, which is
 * how many programs write one; a value of a wrong type is a finding and not there either.
 */
public final class JsonStream {
    /** The longest string, and the longest text of {@link #text()}; the longest policy of AWS has about a hundredth. */
    private static final int LONGEST = 1024 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                    JsonNodes.CONSTRAINTS.rebuild().maxStringLength(LONGEST).build())
            .build();

    /** What Jackson says where the text ends too early, beside an exception of its own for that. */
    private static final Pattern END =
            Pattern.compile("Unexpected end-of-input|Unrecognized token '(t|tr|tru|f|fa|fal|fals|n|nu|nul)'");

    /** What is done with a value. */
    public interface Step {
        void read() throws IOException;
    }

    /** What is done with each value of the text. */
    public interface Root {
        void read(JsonStream stream) throws IOException;
    }

    private final SourceText source;
    private final JsonParser parser;
    private final Findings findings;
    private final FindingId wrongType;

    private JsonStream(SourceText source, JsonParser parser, Findings findings, FindingId wrongType) {
        this.source = source;
        this.parser = parser;
        this.findings = findings;
        this.wrongType = wrongType;
    }

    /**
     * Reads all values of a text, which may stand one after another. Text that is not JSON, or ends too early, ends the reading with
     * a finding.
     *
     * @param wrongType the finding for a value that is not of the type that is wanted
     * @throws IOException if the stream itself fails
     */
    public static void read(InputStream in, String name, Findings findings, FindingId wrongType, Root root)
            throws IOException {
        Utf8Reader text = new Utf8Reader(in);
        SourceText source = SourceText.of(name, "");
        try (JsonParser parser = FACTORY.createParser(text)) {
            try {
                if (parser.nextToken() == null) {
                    findings.add(SourceFindings.EMPTY, source.start(), "the text is empty; expected a JSON value");
                    return;
                }
                JsonStream stream = new JsonStream(source, parser, findings, wrongType);
                do {
                    root.read(stream);
                } while (parser.nextToken() != null);
            } catch (JsonEOFException e) {
                addCutOff(end(source, text), parser, findings);
            } catch (JsonProcessingException e) {
                if (text.atEnd() && END.matcher(e.getOriginalMessage()).lookingAt()) {
                    addCutOff(end(source, text), parser, findings);
                } else {
                    boolean known = e.getLocation() != null;
                    JsonNodes.addSyntax(known ? place(source, e.getLocation()) : end(source, text), e, findings);
                }
            } catch (CharacterCodingException e) {
                if (text.endsInCharacter()) {
                    addCutOff(end(source, text), parser, findings);
                } else {
                    findings.add(SourceFindings.ENCODING, end(source, text), "not UTF-8", "save the file as UTF-8");
                }
            }
        }
    }

    private static void addCutOff(SourceSpan end, JsonParser parser, Findings findings) {
        String inside = parser.getParsingContext().pathAsPointer().toString();
        findings.add(
                SourceFindings.CUT_OFF,
                end,
                "the text ends in the middle of " + (inside.isEmpty() ? "a value" : Printable.quoted(inside)),
                "it was cut off; nothing of it is used, write it again");
    }

    private static SourceSpan end(SourceText source, Utf8Reader text) {
        return place(source, text.line(), text.column());
    }

    private static SourceSpan place(SourceText source, JsonLocation location) {
        return place(source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static SourceSpan place(SourceText source, int line, int column) {
        return new SourceSpan(source, line, column, line, column + 1);
    }

    /** Where the value starts. */
    public SourceSpan place() {
        return place(source, parser.currentTokenLocation());
    }

    public boolean isList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    public boolean isString() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    /** Passes over the value. */
    public void skip() throws IOException {
        parser.skipChildren();
    }

    /**
     * Takes an object: of the members that have a step, each once, the step has to take the value; others are passed over.
     *
     * @return whether it is an object
     */
    public boolean members(Map<String, Step> steps) throws IOException {
        if (!is(JsonToken.START_OBJECT, "an object")) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Step step = steps.get(name);
            SourceSpan keyPlace = place();
            parser.nextToken();
            if (step == null) {
                skip();
            } else if (seen.add(name)) {
                step.read();
            } else {
                findings.add(
                        SourceFindings.DUPLICATE_KEY,
                        keyPlace,
                        "key " + Printable.quoted(name) + " is written twice in one object");
                skip();
            }
        }
        return true;
    }

    /** Takes a list: the step has to take each element. */
    public void elements(Step step) throws IOException {
        if (is(JsonToken.START_ARRAY, "a list")) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                step.read();
            }
        }
    }

    public Optional<String> string() throws IOException {
        return is(JsonToken.VALUE_STRING, "a string") ? Optional.of(parser.getText()) : Optional.empty();
    }

    public Optional<Boolean> bool() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_FALSE) {
            return Optional.of(false);
        }
        return is(JsonToken.VALUE_TRUE, "true or false") ? Optional.of(true) : Optional.empty();
    }

    /** Takes the value as JSON text without white space; of one that is very long there is a finding instead. */
    public Optional<String> text() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        SourceSpan start = place();
        Optional<String> text = minified(parser);
        if (text.isEmpty()) {
            findings.add(SourceFindings.TOO_LARGE, start, "a value of more than a million characters");
        }
        return text;
    }

    /** A JSON text without its white space; empty if it is not one JSON value. */
    public static Optional<String> minified(String json) {
        try (Reader reader = new StringReader(json);
                JsonParser parser = FACTORY.createParser(reader)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Optional<String> text = minified(parser);
            return parser.nextToken() == null ? text : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The current value, numbers as they are written; empty if it is too long. */
    private static Optional<String> minified(JsonParser parser) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            int depth = 0;
            do {
                JsonToken token = depth == 0 ? parser.currentToken() : parser.nextToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (out.getBuffer().length() <= LONGEST) {
                    copy(token, parser, generator);
                }
            } while (depth > 0);
        }
        return out.getBuffer().length() <= LONGEST ? Optional.of(out.toString()) : Optional.empty();
    }

    private static void copy(JsonToken token, JsonParser parser, JsonGenerator generator) throws IOException {
        if (token.isNumeric()) {
            generator.writeNumber(parser.getText());
        } else {
            generator.copyCurrentEvent(parser);
        }
    }

    /** Whether the value is of a type. If it is not, it is passed over. */
    private boolean is(JsonToken wanted, String words) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == wanted) {
            return true;
        }
        if (token != JsonToken.VALUE_NULL) {
            String path = parser.getParsingContext().pathAsPointer().toString();
            String what = path.isEmpty() ? "the text" : Printable.quoted(path);
            findings.add(wrongType, place(), what + " must be " + words + ", not " + kind(token));
            skip();
        }
        return false;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "a number";
        };
    }
}
