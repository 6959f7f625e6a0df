package io.policyc.authorization;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.policyc.node.JsonStream;
import java.io.IOException;

/** What is kept of the details: equal values once, and no more in all than memory has room for. */
final class Kept {
    /** Bytes, about: enough for some hundred thousand users. */
    static final long ROOM = 96L * 1024 * 1024;

    /** What an object or an entry of a table costs, about. */
    private static final int OVERHEAD = 64;

    private final Interner<Object> values = Interners.newStrongInterner();
    private long left;

    Kept(long room) {
        this.left = room;
    }

    /** Whether anything was not kept for want of room; from then on nothing is. */
    boolean isFull() {
        return left < 0;
    }

    /** The value that is kept, equal to this one. */
    @SuppressWarnings("unchecked")
    <T> T once(T value) {
        T kept = (T) values.intern(value);
        if (kept == value) {
            charge(value);
        }
        return kept;
    }

    /** A value of which there is no equal. */
    String single(String text) {
        charge(text);
        return text;
    }

    /** Reads the elements of a list as long as there is room. */
    void elements(JsonStream stream, JsonStream.Step step) throws IOException {
        stream.elements(() -> {
            entries(1);
            if (isFull()) {
                stream.skip();
            } else {
                step.read();
            }
        });
    }

    /** So many objects more. */
    void entries(int count) {
        left -= (long) OVERHEAD * count;
    }

    private void charge(Object value) {
        entries(2);
        String text =
                value instanceof String string ? string : value instanceof Document document ? document.text() : "";
        boolean narrow = text.chars().allMatch(c -> c <= 0xFF);
        left -= (long) text.length() * (narrow ? 1 : 2);
    }
}
