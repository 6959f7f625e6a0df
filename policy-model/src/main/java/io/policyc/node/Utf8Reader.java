package io.policyc.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a stream, strictly UTF-8 and without a byte order mark, and how far it was read. All that comes before
 * a malformed byte is handed out before the byte is an exception.
 */
final class Utf8Reader extends Reader {
    private static final int BUFFER = 8_192;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean started;
    private boolean ended;
    private boolean endsInCharacter;
    private boolean atEnd;
    private boolean afterCarriageReturn;
    private int line = 1;
    private int column = 1;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** The line of the character that comes next, 1-based. */
    int line() {
        return line;
    }

    /** Its column, in UTF-16 units, 1-based. */
    int column() {
        return column;
    }

    /** Whether the end was asked for and handed out. */
    boolean atEnd() {
        return atEnd;
    }

    /** Whether the bytes came to an end in the middle of a character. */
    boolean endsInCharacter() {
        return endsInCharacter;
    }

    /** @throws CharacterCodingException if the next bytes are no character */
    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(chars, offset, length);
        while (out.position() == 0 && length > 0) {
            if (bytes.remaining() < BUFFER / 2) {
                fill();
            }
            if (ended && !bytes.hasRemaining()) {
                atEnd = true;
                return -1;
            }
            CoderResult result = decoder.decode(bytes, out, false);
            if (out.position() == 0 && result.isError()) {
                result.throwException();
            }
            if (out.position() == 0 && ended) {
                // Buffers of parsers have room for more than one character, so these are the first bytes of one.
                endsInCharacter = true;
                throw new MalformedInputException(bytes.remaining());
            }
        }
        int count = out.position();
        boolean mark = !started && count > 0 && chars[offset] == '\uFEFF';
        started = true;
        for (int i = mark ? 1 : 0; i < count; i++) {
            count(chars[offset + i]);
        }
        if (mark) {
            // A blank means nothing to a parser.
            chars[offset] = ' ';
        }
        return count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        ended = ended || read < 0;
        bytes.flip();
    }

    private void count(char c) {
        if (c == '\n' && afterCarriageReturn) {
            column = 1;
        } else if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
        afterCarriageReturn = c == '\r';
    }

    /** Whoever opened the stream closes it. */
    @Override
    public void close() {}
}
