package io.policyc.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.intent.ExceptionEntry;
import io.policyc.intent.Intent;
import io.policyc.intent.IntentReader;
import io.policyc.intent.IntentRule;
import io.policyc.source.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What users write into exceptions neither leaves its cell nor becomes a formula, and each exception is judged by its day. */
class ExceptionRegisterTest {
    private static final Intent INTENT =
            IntentReader.read(SourceText.of("a.policy.yaml", """
                    policy: A
                    rules:
                      - deny: "*"
                        unless:
                          - principal: role/ci
                    """)).orThrow();

    @Property(tries = 500)
    void eachTextStaysInItsCell(@ForAll("texts") String owner, @ForAll("texts") String reason) {
        String csv = ExceptionRegisterPrinter.csv(register(owner, reason, Optional.empty()));
        List<List<String>> records = records(csv);
        assertThat(records).hasSize(2);
        List<String> cells = records.get(1);
        assertThat(cells).hasSize(9);
        assertThat(cells).noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0);
        assertThat(cells.get(3)).isEqualTo(shown(owner));
        assertThat(cells.get(4)).isEqualTo(shown(reason));
        assertThat(csv.codePoints().filter(c -> c != '\r' && c != '\n')).noneMatch(Character::isISOControl);
    }

    @Property(tries = 500)
    void eachRowOfMarkdownHasItsCells(@ForAll("texts") String owner, @ForAll("texts") String reason) {
        String markdown = ExceptionRegisterPrinter.markdown(register(owner, reason, Optional.empty()));
        assertThat(markdown.lines())
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line.replaceAll("\\\\.", "").chars().filter(c -> c == '|'))
                                .hasSize(10));
    }

    @Property
    void eachExceptionIsJudgedByItsDay(@ForAll("days") int left, @ForAll("days") int within) {
        LocalDate day = LocalDate.of(2027, 3, 31);
        ExceptionRegister register = register("me", "", Optional.of(day.plusDays(left)));
        int soon = Math.abs(within);
        List<String> ids = new ExceptionReview(day, soon)
                .of(register).stream().map(Finding::id).map(id -> id.name()).toList();
        assertThat(ids)
                .isEqualTo(
                        left <= 0
                                ? List.of("exception.expired")
                                : left <= soon ? List.of("exception.expires-soon") : List.of());
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(-40, 40);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("=+-@,;\"'|\\`*_[]<& \t\r\n\u001b\u202e\uff1da1")
                        .ofMaxLength(8),
                Arbitraries.strings().ofMaxLength(4));
    }

    private static ExceptionRegister register(String owner, String reason, Optional<LocalDate> until) {
        IntentRule rule = INTENT.rules().get(0);
        ExceptionEntry entry = rule.unless().get(0);
        return new ExceptionRegister(ImmutableList.of(new RegisteredException(
                INTENT,
                ImmutableList.of(rule),
                new ExceptionEntry(
                        entry.condition(),
                        entry.who(),
                        Optional.of(owner),
                        Optional.of(reason),
                        Optional.empty(),
                        until,
                        false,
                        entry.place()))));
    }

    private static String shown(String text) {
        String shown = text.isBlank() ? "" : Printable.escaped(text);
        return shown.matches("(?sU)\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20].*") ? "'" + shown : shown;
    }

    /** RFC 4180, read as simply as it is written there. */
    private static List<List<String>> records(String csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                boolean twice = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (twice) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(cells));
                    cells.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return records;
    }
}
