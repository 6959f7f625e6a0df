package io.policyc.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Writes JSON text: {@link #minified()} without any white space, or {@link #pretty()} with two blanks an indentation, LF
 * line breaks and one list element a line. The same calls give the same characters on every machine.
 */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Writer text;
    private final JsonGenerator generator;

    private JsonText(Writer text, boolean pretty) {
        this.text = text;
        try {
            generator = FACTORY.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (pretty) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators = Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            generator.setPrettyPrinter(new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
        }
    }

    public static JsonText minified() {
        return new JsonText(new StringWriter(), false);
    }

    public static JsonText pretty() {
        return new JsonText(new StringWriter(), true);
    }

    /** As {@link #pretty()}, passed on while it is written: for what is too large to be held. {@link #flush} ends it. */
    public static JsonText prettyTo(Writer writer) {
        return new JsonText(writer, true);
    }

    /** An object as the next value; {@code members} writes its fields. */
    public JsonText object(Runnable members) {
        return write(() -> {
            generator.writeStartObject();
            members.run();
            generator.writeEndObject();
        });
    }

    /** A list as the next value; {@code elements} writes its values. */
    public JsonText array(Runnable elements) {
        return write(() -> {
            generator.writeStartArray();
            elements.run();
            generator.writeEndArray();
        });
    }

    /** The name of the next field. */
    public JsonText name(String name) {
        return write(() -> generator.writeFieldName(name));
    }

    public JsonText value(String value) {
        return write(() -> generator.writeString(value));
    }

    public JsonText value(long value) {
        return write(() -> generator.writeNumber(value));
    }

    public JsonText value(boolean value) {
        return write(() -> generator.writeBoolean(value));
    }

    /** A tree, its scalars as they were written. */
    public JsonText value(Node node) {
        if (node instanceof ObjectNode object) {
            return object(
                    () -> object.members().forEach(member -> name(member.key()).value(member.value())));
        }
        if (node instanceof ArrayNode list) {
            return array(() -> list.elements().forEach(this::value));
        }
        ScalarNode scalar = (ScalarNode) node;
        return write(() -> {
            switch (scalar.type()) {
                case STRING -> generator.writeString(scalar.text());
                case NUMBER -> generator.writeNumber(scalar.text());
                case BOOLEAN -> generator.writeBoolean(Boolean.parseBoolean(scalar.text()));
                case NULL -> generator.writeNull();
            }
        });
    }

    public JsonText nothing() {
        return write(generator::writeNull);
    }

    public JsonText field(String name, String value) {
        return name(name).value(value);
    }

    public JsonText field(String name, long value) {
        return name(name).value(value);
    }

    public JsonText field(String name, boolean value) {
        return name(name).value(value);
    }

    /** The field if there is a value, else null. */
    public JsonText field(String name, Optional<String> value) {
        name(name);
        return value.isPresent() ? value(value.get()) : nothing();
    }

    /** A list of strings. */
    public JsonText field(String name, Iterable<String> values) {
        return name(name).array(() -> values.forEach(this::value));
    }

    public JsonText objectField(String name, Runnable members) {
        return name(name).object(members);
    }

    public JsonText arrayField(String name, Runnable elements) {
        return name(name).array(elements);
    }

    /** Passes on what was written so far. */
    public void flush() {
        write(generator::flush);
    }

    /** What was written so far, if it was written to memory. */
    @Override
    public String toString() {
        flush();
        return text.toString();
    }

    private JsonText write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("writing failed", e);
        }
    }

    /** A step of writing. */
    private interface Step {
        void run() throws IOException;
    }
}
