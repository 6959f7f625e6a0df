package io.policyc.credential;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A table of CSV whose first row names the columns, read row by row. A bad row is a finding, and the next one is read all
 * the same.
 */
final class CsvTable {
    private static final CsvFactory FACTORY = new CsvFactory();

    private final Findings findings;
    private final CsvRecords records;

    CsvTable(CsvRecords records, Findings findings) {
        this.records = records;
        this.findings = findings;
    }

    /** The cells of a record and where they start. */
    private record Cells(ImmutableList<String> texts, ImmutableIntArray starts) {}

    /** The columns of a header; no value if one of those that there must be is missing. */
    Optional<CsvColumns> columns(SourceText header, List<String> required) {
        Optional<Cells> cells = cells(header);
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (String name : cells.get().texts()) {
            String column = name.strip().toLowerCase(Locale.ROOT);
            if (indexes.put(column, indexes.size()) != null) {
                findings.add(
                        ReportFindings.DUPLICATE_COLUMN,
                        header.start(),
                        "two columns are named " + Printable.quoted(column));
                return Optional.empty();
            }
        }
        List<String> missing =
                required.stream().filter(name -> !indexes.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            findings.add(
                    ReportFindings.MISSING_COLUMN,
                    header.span(0, header.text().length()),
                    (missing.size() == 1 ? "there is no column " : "there are no columns ") + "`"
                            + String.join("`, `", missing) + "`",
                    missing.stream()
                            .flatMap(name -> Suggestions.nearest(name, indexes.keySet()).stream())
                            .findFirst()
                            .map(near -> "is it the one named " + Printable.quoted(near) + "?")
                            .orElse("the first row must name the columns"));
            return Optional.empty();
        }
        return Optional.of(new CsvColumns(ImmutableMap.copyOf(indexes), indexes.size()));
    }

    /**
     * Hands over each further row, or nothing for a bad one.
     *
     * @throws IOException if the stream itself fails
     */
    void rows(CsvColumns columns, Consumer<Optional<CsvRow>> each) throws IOException {
        int errors = findings.errorCount();
        for (Optional<SourceText> record = records.next(findings);
                record.isPresent();
                record = records.next(findings)) {
            SourceText text = record.get();
            boolean decoded = findings.errorCount() == errors;
            each.accept(decoded ? row(columns, text) : Optional.empty());
            errors = findings.errorCount();
        }
        if (findings.errorCount() > errors) {
            each.accept(Optional.empty());
        }
    }

    private Optional<CsvRow> row(CsvColumns columns, SourceText record) {
        Optional<Cells> cells = cells(record);
        int count = cells.map(found -> found.texts().size()).orElse(columns.count());
        if (count != columns.count()) {
            findings.add(
                    ReportFindings.CELL_COUNT,
                    record.span(0, record.text().length()),
                    "the row has " + count + (count == 1 ? " cell" : " cells") + ", the header " + columns.count(),
                    "a cell with a comma needs quotes; is the file cut off?");
            return Optional.empty();
        }
        return cells.map(found -> new CsvRow(columns, record, found.texts(), found.starts()));
    }

    private Optional<Cells> cells(SourceText record) {
        ImmutableList.Builder<String> texts = ImmutableList.builder();
        ImmutableIntArray.Builder starts = ImmutableIntArray.builder();
        int rows = 0;
        try (CsvParser parser = FACTORY.createParser(record.text())) {
            parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(parser.getText());
                    starts.add((int) parser.currentTokenLocation().getCharOffset());
                }
                rows += token == JsonToken.END_ARRAY ? 1 : 0;
            }
        } catch (StreamReadException e) {
            findings.add(
                    ReportFindings.QUOTE,
                    record.at((int) Math.max(
                            0, Math.min(record.text().length(), e.getLocation().getCharOffset()))),
                    "text after the quote that ends a cell",
                    "inside a quoted cell a quote is written twice");
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        // The list of rows ends as well.
        if (rows > 2) {
            findings.add(
                    ReportFindings.QUOTE,
                    record.at(record.text().indexOf('\r')),
                    "a carriage return outside of quotes",
                    "lines end with LF or CR LF");
            return Optional.empty();
        }
        return Optional.of(new Cells(texts.build(), starts.build()));
    }
}
