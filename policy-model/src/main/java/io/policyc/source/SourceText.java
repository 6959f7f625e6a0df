package io.policyc.source;

import com.google.common.base.Preconditions;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Objects;

/**
 * A text with the name under which a user knows it, usually the path of a file as it was given.
 *
 * <p>Lines and columns are 1-based; a column counts UTF-16 units, as editors and the JSON and YAML parsers do. A line
 * ends with LF, CR or CR LF.
 */
public final class SourceText {
    private final String name;
    private final String text;
    private final int firstLine;
    private final ImmutableIntArray lineStarts;

    private SourceText(String name, String text, int firstLine) {
        this.name = Objects.requireNonNull(name);
        this.text = Objects.requireNonNull(text);
        this.firstLine = firstLine;
        this.lineStarts = lineStarts(text);
    }

    public static SourceText of(String name, String text) {
        return new SourceText(name, text, 1);
    }

    /** A few lines of a text that is too large to be held; they keep the numbers that they have in it. */
    public static SourceText part(String name, String text, int firstLine) {
        Preconditions.checkArgument(firstLine >= 1, "lines count from 1, not %s", firstLine);
        return new SourceText(name, text, firstLine);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public int lineCount() {
        return lineStarts.length();
    }

    /** The text of a line without its line break; the empty string for a line that the text does not have. */
    public String line(int line) {
        int index = line - firstLine;
        if (index < 0 || index >= lineStarts.length()) {
            return "";
        }
        int start = lineStarts.get(index);
        int end = index == lineStarts.length() - 1 ? text.length() : lineStarts.get(index + 1);
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The place of a character, by its 0-based offset in the text; one past the end stands for the end of the text. */
    public SourceSpan at(int offset) {
        SourceSpan start = span(offset, offset);
        return new SourceSpan(this, start.line(), start.column(), start.line(), start.column() + 1);
    }

    /** The range from one 0-based offset up to, not including, another. */
    public SourceSpan span(int from, int to) {
        Preconditions.checkPositionIndexes(from, to, text.length());
        int start = indexOfLine(from);
        int end = indexOfLine(to);
        return new SourceSpan(
                this,
                firstLine + start,
                from - lineStarts.get(start) + 1,
                firstLine + end,
                to - lineStarts.get(end) + 1);
    }

    /** The line that holds an offset, counted from 0: the last one that starts at it or before. */
    private int indexOfLine(int offset) {
        int line = 0;
        int low = 0;
        int high = lineStarts.length() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (lineStarts.get(middle) <= offset) {
                line = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return line;
    }

    /** The first character of the text, for what concerns the file as a whole. */
    public SourceSpan start() {
        return new SourceSpan(this, firstLine, 1, firstLine, 1);
    }

    @Override
    public String toString() {
        return name;
    }

    private static ImmutableIntArray lineStarts(String text) {
        ImmutableIntArray.Builder starts = ImmutableIntArray.builder().add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean carriageReturnAlone = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (c == '\n' || carriageReturnAlone) {
                starts.add(i + 1);
            }
        }
        return starts.build();
    }
}
