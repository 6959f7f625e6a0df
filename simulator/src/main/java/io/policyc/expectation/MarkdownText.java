package io.policyc.expectation;

import com.google.common.base.Utf8;
import java.util.List;

/**
 * Markdown that fits a comment of GitHub, which takes 65,536 characters; here bytes are counted, which are never fewer. Parts are
 * added in their order while they fit, and what is left out is counted.
 */
final class MarkdownText {
    private static final int LONGEST = 65_536;

    /** What a list, and what the end, may take, so that something of everything is there. */
    private static final int SHARE = LONGEST / 4;

    /** Room for the lines that say what is left out. */
    private static final int RESERVE = 1_000;

    private final StringBuilder text;
    private final String tail;
    private int room;

    /**
     * @param head what comes first; it is short
     * @param tail what comes last
     */
    MarkdownText(String head, String tail) {
        this.text = new StringBuilder(head);
        this.tail = Utf8.encodedLength(tail) <= SHARE ? tail : "\nWhat follows here is too long for a comment.\n";
        this.room = LONGEST - RESERVE - Utf8.encodedLength(head) - Utf8.encodedLength(this.tail);
    }

    /** A list within what opens and closes it; nothing if it is empty. */
    void list(String open, List<String> rows, String close, String name) {
        if (rows.isEmpty()) {
            return;
        }
        int limit = Math.min(SHARE, room) - Utf8.encodedLength(open + close);
        int kept = 0;
        int size = 0;
        while (kept < rows.size() && size + Utf8.encodedLength(rows.get(kept)) <= limit) {
            size += Utf8.encodedLength(rows.get(kept));
            kept++;
        }
        append("\n" + open + String.join("", rows.subList(0, kept)) + close);
        leftOut(rows.size() - kept, name);
    }

    /** Parts of their own; one that does not fit is left out, and all after it. */
    void parts(List<String> parts, String name) {
        int kept = 0;
        while (kept < parts.size() && Utf8.encodedLength(parts.get(kept)) + 1 <= room) {
            append("\n" + parts.get(kept));
            kept++;
        }
        leftOut(parts.size() - kept, name);
    }

    private void append(String part) {
        text.append(part);
        room -= Utf8.encodedLength(part);
    }

    private void leftOut(int count, String name) {
        if (count > 0) {
            text.append("\n**").append(count).append(" more ").append(name).append(count == 1 ? "" : "s");
            text.append("** left out here, a comment takes no more; the log has all.\n");
        }
    }

    @Override
    public String toString() {
        return text + tail;
    }
}
