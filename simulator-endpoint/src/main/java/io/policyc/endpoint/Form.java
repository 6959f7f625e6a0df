package io.policyc.endpoint;

import io.policyc.finding.Printable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The body of a request, taken apart strictly: names and values with {@code +} and {@code %XX} resolved, in UTF-8.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">application/x-www-form-urlencoded</a>
 */
final class Form {
    private Form() {}

    /** Values by their names, in the order of the body. */
    static Map<String, String> parse(byte[] body) {
        Map<String, String> values = new LinkedHashMap<>();
        int from = 0;
        while (from < body.length) {
            int end = indexOf(body, '&', from, body.length);
            int equals = indexOf(body, '=', from, end);
            if (end > from) {
                String name = decode(body, from, equals);
                String value = decode(body, Math.min(equals + 1, end), end);
                if (values.put(name, value) != null) {
                    throw ApiError.malformed("the parameter " + Printable.quoted(name) + " is there twice");
                }
            }
            from = end + 1;
        }
        return values;
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return to;
    }

    private static String decode(byte[] body, int from, int to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (body[i] == '+') {
                bytes.write(' ');
            } else if (body[i] == '%') {
                int high = digit(body, i + 1, to);
                int low = digit(body, i + 2, to);
                if (high < 0 || low < 0) {
                    throw ApiError.malformed("a `%` in the body is not followed by two hexadecimal digits");
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(body[i]);
            }
        }
        return text(bytes.toByteArray());
    }

    private static int digit(byte[] body, int at, int to) {
        return at < to ? Character.digit((char) (body[at] & 0xFF), 16) : -1;
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(Form::cannotBeAnswered)) {
                throw ApiError.malformed("the body has a control character that XML does not have");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw ApiError.malformed("the body is not UTF-8");
        }
    }

    private static boolean cannotBeAnswered(int unit) {
        return (unit < ' ' && unit != '\t' && unit != '\n' && unit != '\r') || unit == 0xFFFE || unit == 0xFFFF;
    }
}
