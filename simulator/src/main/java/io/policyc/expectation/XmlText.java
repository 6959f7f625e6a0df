package io.policyc.expectation;

import io.policyc.finding.Printable;
import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0 with an element a line. Characters that it cannot hold are escaped as for a terminal. */
final class XmlText {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;
    private int depth;
    private boolean afterElement;

    XmlText() {
        try {
            // Not the factory that another library on the class path may bring.
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element; {@code content} writes its attributes, then its text or elements. */
    void element(String name, Runnable content) {
        write(() -> {
            indent();
            writer.writeStartElement(name);
            afterElement = false;
            depth++;
            content.run();
            depth--;
            if (afterElement) {
                indent();
            }
            writer.writeEndElement();
            afterElement = true;
        });
    }

    void attribute(String name, String value) {
        write(() -> writer.writeAttribute(name, Printable.escaped(value)));
    }

    void attribute(String name, int value) {
        attribute(name, Integer.toString(value));
    }

    /** A text of any number of lines. */
    void text(String value) {
        String safe = value.lines().map(Printable::escaped).collect(Collectors.joining("\n"));
        write(() -> writer.writeCharacters(safe));
    }

    private void indent() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }

    @Override
    public String toString() {
        write(writer::flush);
        return text + "\n";
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    /** A step of writing; memory does not fail, yet the JDK's signatures say so. */
    private interface Step {
        void run() throws XMLStreamException;
    }
}
