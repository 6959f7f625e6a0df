package io.policyc.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/** The minified text of one record, copied token by token while it is not too long. */
final class RecordText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private final int longest;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator generator;
    private boolean tooLong;

    RecordText(JsonParser parser, int longest) throws IOException {
        this.parser = parser;
        this.longest = longest;
        this.generator = FACTORY.createGenerator(text);
    }

    /** Copies the value that starts at the current token, which is its last one afterwards. */
    void value() throws IOException {
        int open = 0;
        while (true) {
            JsonToken token = parser.currentToken();
            token();
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (open == 0) {
                return;
            }
            parser.nextToken();
        }
    }

    /** Copies the current token, a number with the digits that it has. */
    void token() throws IOException {
        if (tooLong) {
            return;
        }
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
            default -> generator.copyCurrentEvent(parser);
        }
        tooLong = text.getBuffer().length() > longest;
    }

    /** A list in the place of one that is read otherwise. */
    void emptyList() throws IOException {
        if (!tooLong) {
            generator.writeStartArray();
            generator.writeEndArray();
        }
    }

    boolean isTooLong() throws IOException {
        generator.flush();
        return tooLong || text.getBuffer().length() > longest;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
