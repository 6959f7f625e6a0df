package io.policyc.credential;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.FindingId;
import io.policyc.finding.Severity;
import io.policyc.node.MarkdownText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The figures as a table, with those of an earlier audit before them if there is one. */
final class FigureTable {
    private final AuditRules rules;
    private final AuditFigures figures;
    private final Optional<Baseline> before;

    FigureTable(CredentialAudit audit, Optional<Baseline> before) {
        this.rules = audit.rules();
        this.figures = audit.figures();
        this.before = before;
    }

    /** The names of the columns. */
    private ImmutableList<String> header() {
        String now = "as of " + rules.asOf();
        return before.map(earlier -> ImmutableList.of("figure", "before, as of " + earlier.asOf(), "after, " + now))
                .orElseGet(() -> ImmutableList.of("figure", now));
    }

    private List<ImmutableList<String>> rows() {
        List<ImmutableList<String>> rows = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            rows.add(row(figure.words(rules), counted -> cell(figure, counted)));
        }
        for (FindingId id : CredentialFindings.ALL) {
            rows.add(row(id.name(), counted -> words(counted.of(id))));
        }
        return rows;
    }

    private ImmutableList<String> row(String name, Function<AuditFigures, String> cell) {
        ImmutableList.Builder<String> row = ImmutableList.<String>builder().add(name);
        before.ifPresent(earlier -> row.add(cell.apply(earlier.figures())));
        return row.add(cell.apply(figures)).build();
    }

    private static String cell(Figure figure, AuditFigures counted) {
        String count = words(counted.of(figure));
        return figure == Figure.OLD_KEYS
                ? count
                        + counted.percentOfOldKeys()
                                .map(percent -> " (" + percent + " %)")
                                .orElse("")
                : count;
    }

    private static String words(Count count) {
        return count.count() + (count.unknown() > 0 ? " and " + count.unknown() + " unknown" : "");
    }

    void text(PrintWriter out) {
        List<ImmutableList<String>> lines = new ArrayList<>(List.of(header()));
        lines.addAll(rows());
        for (ImmutableList<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                text.append(Strings.padEnd(line.get(column), width(lines, column) + 2, ' '));
            }
            out.print(text.toString().stripTrailing() + "\n");
        }
        out.print("\n" + summary() + "\n");
    }

    private static int width(List<ImmutableList<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private String summary() {
        Count found = figures.of(Figure.FINDINGS);
        long errors = CredentialFindings.ALL.stream()
                .filter(id -> id.severity() == Severity.ERROR)
                .mapToLong(id -> figures.of(id).count())
                .sum();
        return plural(figures.of(Figure.CREDENTIALS).count(), "credential") + " of "
                + plural(figures.of(Figure.USERS).count(), "user") + " as of " + rules.asOf() + "; "
                + plural(errors, "error") + ", " + plural(found.count() - errors, "warning")
                + (found.unknown() > 0 ? "; " + plural(found.unknown(), "answer") + " unknown" : "");
    }

    private static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    void markdown(PrintWriter out) {
        out.print(MarkdownText.header(header()));
        rows().forEach(row -> out.print(MarkdownText.row(row)));
    }
}
