package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.Optional;

/**
 * A row with as many cells as the header.
 *
 * @param starts the offset of each cell in the text of the record
 */
record CsvRow(CsvColumns columns, SourceText record, ImmutableList<String> cells, ImmutableIntArray starts) {
    /** The cell of a column without white space around it; empty if there is no such column. */
    Optional<String> cell(String column) {
        return columns.index(column).map(index -> cells.get(index).strip());
    }

    /** The place of the cell, or of the row if there is no such column. */
    SourceSpan span(String column) {
        return columns.index(column)
                .map(index -> record.span(starts.get(index), end(index)))
                .orElseGet(this::span);
    }

    private int end(int index) {
        return index + 1 < starts.length()
                ? starts.get(index + 1) - 1
                : record.text().length();
    }

    SourceSpan span() {
        return record.span(0, record.text().length());
    }
}
