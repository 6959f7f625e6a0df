package io.policyc.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.source.SourceText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the records of a stream of JSON one after the other, so that only one is held at a time: values that follow each
 * other, such as JSON lines, the elements of a list, or those of the list that an object has under one key. The stream may
 * be compressed with gzip. Reading ends at the first text that is not JSON; a record that is too large is passed over.
 */
public final class JsonRecords {
    /** The longest record, in characters of its minified text. */
    static final int LONGEST = 1024 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonNodes.DEEPEST + 2)
                    .maxNumberLength(1_000)
                    .maxStringLength(LONGEST)
                    .maxNameLength(LONGEST)
                    .build())
            .build();

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** Some editors begin UTF-8 so. */
    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    private final JsonParser parser;
    private final String name;
    private final String listKey;
    private final Consumer<Checked<Node>> each;
    private int count;

    private JsonRecords(JsonParser parser, String name, String listKey, Consumer<Checked<Node>> each) {
        this.parser = parser;
        this.name = name;
        this.listKey = listKey;
        this.each = each;
    }

    /**
     * Hands over each record, or what is wrong with it, in the order of the text.
     *
     * @param name of the stream; a record's is this with its number
     * @param listKey the key of an object whose list has the records, such as {@code Records}
     * @throws IOException if the stream itself fails
     */
    public static void read(InputStream in, String name, String listKey, Consumer<Checked<Node>> each)
            throws IOException {
        try (JsonParser parser = FACTORY.createParser(reader(in))) {
            new JsonRecords(parser, name, listKey, each).read();
        } catch (CharacterCodingException e) {
            each.accept(Checked.failed(Finding.withoutPlace(SourceFindings.ENCODING, name + " is not UTF-8")
                    .withHelp("save the file as UTF-8")));
        }
    }

    private static Reader reader(InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        boolean zipped = startsWith(buffered, GZIP_FIRST, GZIP_SECOND);
        if (startsWith(buffered, BYTE_ORDER_MARK)) {
            buffered.skipNBytes(BYTE_ORDER_MARK.length);
        }
        return new InputStreamReader(
                zipped ? new GZIPInputStream(buffered) : buffered,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean startsWith(InputStream in, int... bytes) throws IOException {
        in.mark(bytes.length);
        boolean same = true;
        for (int wanted : bytes) {
            same = same && in.read() == wanted;
        }
        in.reset();
        return same;
    }

    private void read() throws IOException {
        try {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    elements();
                } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                    objectOrList();
                } else {
                    record();
                }
            }
            if (count == 0) {
                each.accept(Checked.failed(Finding.withoutPlace(SourceFindings.EMPTY, name + " holds no record")));
            }
        } catch (JsonProcessingException e) {
            each.accept(Checked.failed(broken(e)));
        }
    }

    /** The text itself is gone, so the place is told in words. */
    private Finding broken(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " from line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + " on";
        boolean limit = e instanceof StreamConstraintsException;
        return Finding.withoutPlace(
                limit ? SourceFindings.TOO_LARGE : SourceFindings.SYNTAX,
                name + (limit ? " cannot be read" : " is not JSON") + where + ": " + JsonNodes.reason(e)
                        + "; nothing from there on was read");
    }

    private void elements() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            record();
        }
    }

    /** One value, whose first token is the current one. */
    private void record() throws IOException {
        RecordText text = new RecordText(parser, LONGEST);
        text.value();
        finish(text);
    }

    /** What stands before the list is held, since without a list the object is the record. */
    private void objectOrList() throws IOException {
        RecordText text = new RecordText(parser, LONGEST);
        boolean list = false;
        text.token();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            text.token();
            if (parser.nextToken() == JsonToken.START_ARRAY && key.equals(listKey)) {
                list = true;
                elements();
                text.emptyList();
            } else {
                text.value();
            }
        }
        if (!list) {
            text.token();
            finish(text);
        }
    }

    private void finish(RecordText text) throws IOException {
        count++;
        String record = name + " record " + count;
        if (text.isTooLong()) {
            each.accept(Checked.failed(Finding.withoutPlace(
                    SourceFindings.TOO_LARGE, record + " is longer than " + LONGEST + " characters")));
            return;
        }
        SourceText source = SourceText.of(record, text.toString());
        Checked<Node> node = JsonNodes.read(source);
        each.accept(node.hasErrors() ? new Checked<>(Optional.empty(), node.findings()) : node);
    }
}
