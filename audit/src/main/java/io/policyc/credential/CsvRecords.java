package io.policyc.credential;

import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.SourceFindings;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Parts bytes of CSV into records, one at a time: lines, or several where a line break is in quotes,
 * https://www.rfc-editor.org/rfc/rfc4180. A byte order mark at the start, which spreadsheets write, is left out. What is in
 * a record is somebody else's.
 */
final class CsvRecords implements Closeable {
    /** A user's row has a few hundred characters. */
    private static final int LONGEST = 64 * 1024;

    private static final int END = -1;

    /** Where in a record a byte stands. */
    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        /** After a quote that ends the quoted text, or is the first of two that stand for one. */
        QUOTE_IN_QUOTED
    }

    private final String name;
    private final InputStream in;
    private int line = 1;
    private boolean ended;

    CsvRecords(String name, InputStream in) {
        this.name = name;
        this.in = new BufferedInputStream(in, LONGEST);
    }

    /**
     * The next record that is not blank; none at the end, or where reading cannot go on, which is a finding.
     *
     * @throws IOException if the stream itself fails
     */
    Optional<SourceText> next(Findings findings) throws IOException {
        while (!ended) {
            int first = line;
            SourceText text = decode(bytes(findings), first, findings);
            if (!text.text().isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private byte[] bytes(Findings findings) throws IOException {
        int first = line;
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        State state = State.CELL_START;
        for (int next = in.read(); next != '\n' || state == State.QUOTED; next = in.read()) {
            if (next == END && state == State.QUOTED) {
                String message = "a quote that opens in this row is never closed";
                return refuse(Finding.of(ReportFindings.QUOTE, place(first), message), findings);
            }
            if (next == END) {
                ended = true;
                return record.toByteArray();
            }
            if (record.size() == LONGEST) {
                String message = "the row that starts here is longer than " + LONGEST + " bytes";
                return refuse(Finding.of(SourceFindings.TOO_LARGE, place(first), message), findings);
            }
            line += next == '\n' ? 1 : 0;
            record.write(next);
            state = after(state, next);
        }
        line++;
        return record.toByteArray();
    }

    /** Nobody can tell where the next row starts. */
    private byte[] refuse(Finding finding, Findings findings) {
        findings.add(finding.withHelp("nothing from here on could be read; is it CSV, is every quote closed?"));
        ended = true;
        return new byte[0];
    }

    private static State after(State state, int next) {
        return switch (state) {
            case QUOTED -> next == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> next == '"' ? State.QUOTED : next == ',' ? State.CELL_START : State.PLAIN;
            case CELL_START -> next == '"' ? State.QUOTED : next == ',' || next == ' ' ? state : State.PLAIN;
            case PLAIN -> next == ',' ? State.CELL_START : State.PLAIN;
        };
    }

    /** What is not UTF-8 is a finding, and shows as the replacement character. */
    private SourceText decode(byte[] bytes, int first, Findings findings) {
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        String text = first == 1 && decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        SourceText record =
                SourceText.part(name, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, first);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            int at = Math.max(0, record.text().indexOf('\uFFFD'));
            findings.add(SourceFindings.ENCODING, record.at(at), "not UTF-8", "save the file as UTF-8");
        }
        return record;
    }

    private SourceSpan place(int line) {
        return SourceText.part(name, "", line).start();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
