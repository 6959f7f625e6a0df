package io.policyc.source;

/**
 * A range in a text: from {@code line:column} up to, not including, {@code endLine:endColumn}, all 1-based.
 *
 * @param source the text that the range is in
 */
public record SourceSpan(SourceText source, int line, int column, int endLine, int endColumn) {

    public SourceSpan {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "not a range: " + line + ":" + column + " to " + endLine + ":" + endColumn);
        }
    }

    /** The range from the start of this one to the end of another in the same text. */
    public SourceSpan to(SourceSpan end) {
        boolean after = end.endLine > endLine || (end.endLine == endLine && end.endColumn >= endColumn);
        return after ? new SourceSpan(source, line, column, end.endLine, end.endColumn) : this;
    }

    /** {@code file:line:column}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        return source.name() + ":" + line + ":" + column;
    }
}
