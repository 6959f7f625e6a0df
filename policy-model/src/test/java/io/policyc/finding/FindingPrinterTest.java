package io.policyc.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingPrinterTest {
    private static final FindingId ERROR = FindingId.error("policy.unknown-element");

    @Test
    void aFindingHasAHeadlineAPlaceTheUnderlinedLineAndHelp() {
        SourceText text = SourceText.of("dist/deny.json", "{\n  \"Acton\": \"*\"\n}\n");
        Finding finding =
                Finding.of(ERROR, text.span(4, 11), "unknown element `Acton`").withHelp("did you mean `Action`?");
        assertThat(print(finding)).isEqualTo("""
                        error[policy.unknown-element] unknown element `Acton`
                          dist/deny.json:2:3
                           2 |   "Acton": "*"
                             |   ^^^^^^^
                          help: did you mean `Action`?
                        """);
    }

    @Test
    void aFindingWithoutAPlaceIsOneLine() {
        Finding finding = Finding.withoutPlace(FindingId.warning("source.unreadable"), "`x` does not exist");
        assertThat(print(finding)).isEqualTo("warning[source.unreadable] `x` does not exist\n");
    }

    @Test
    void severalFindingsFollowEachOther() {
        Finding finding = Finding.withoutPlace(FindingId.info("a.b"), "c");
        assertThat(FindingPrinter.plain().print(List.of(finding, finding))).isEqualTo("info[a.b] c\ninfo[a.b] c\n");
        assertThat(FindingPrinter.plain().print(List.of())).isEmpty();
    }

    @Test
    void aRangeOverLinesIsUnderlinedToTheEndOfItsFirst() {
        SourceText text = SourceText.of("f", "ab {\n}\n");
        assertThat(print(Finding.of(ERROR, text.span(3, 6), "m")))
                .isEqualTo("error[policy.unknown-element] m\n  f:1:4\n   1 | ab {\n     |    ^\n");
    }

    @Test
    void anEmptyRangeIsOneCaret() {
        SourceText text = SourceText.of("f", "ab");
        assertThat(print(Finding.of(ERROR, text.span(1, 1), "m"))).endsWith("   1 | ab\n     |  ^\n");
        assertThat(print(Finding.of(ERROR, text.at(2), "m"))).endsWith("   1 | ab\n     |   ^\n");
    }

    @Test
    void anEmptyLineIsNotShown() {
        SourceText text = SourceText.of("f", "a\n");
        assertThat(print(Finding.of(ERROR, text.at(2), "m"))).isEqualTo("error[policy.unknown-element] m\n  f:2:1\n");
    }

    @Test
    void ofALongLineOnlyThePartAroundThePlaceIsShown() {
        String line = "a".repeat(500) + "HERE" + "b".repeat(500);
        SourceText text = SourceText.of("f", line);
        assertThat(print(Finding.of(ERROR, text.span(500, 504), "m")))
                .endsWith(
                        "   1 | " + "a".repeat(40) + "HERE" + "b".repeat(76) + "\n     | " + " ".repeat(40) + "^^^^\n");
        assertThat(print(Finding.of(ERROR, text.span(0, 1004), "m")))
                .endsWith("   1 | " + "a".repeat(120) + "\n     | " + "^".repeat(120) + "\n");
        assertThat(print(Finding.of(ERROR, text.at(1004), "m")))
                .endsWith("   1 | " + "b".repeat(120) + "\n     | " + " ".repeat(120) + "^\n");
    }

    @Test
    void lineNumbersOfMoreThanFourDigitsWidenTheFrame() {
        SourceText text = SourceText.of("f", "\n".repeat(12_344) + "x");
        assertThat(print(Finding.of(ERROR, text.at(12_344), "m"))).endsWith("12345 | x\n      | ^\n");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        SourceText text = SourceText.of("a\u001b]0;x\u0007.json", "\t\u001b[31mred\u202e\u2028\u0085");
        String printed =
                print(Finding.of(ERROR, text.span(1, 2), "bad\n\u001b[2J").withHelp("\u009b1m"));
        assertThat(printed).isEqualTo("""
                        error[policy.unknown-element] bad\\n\\u001b[2J
                          a\\u001b]0;x\\u0007.json:1:2
                           1 |   [31mred\s\s\s
                             |  ^
                          help: \\u009b1m
                        """);
    }

    @Test
    void halfASurrogatePairIsEscaped() {
        assertThat(Printable.escaped("a\ud83d!\ude00\ud83d\ude00")).isEqualTo("a\\ud83d!\\ude00\ud83d\ude00");
        SourceText text = SourceText.of("f", "\ud83d x");
        assertThat(print(Finding.of(ERROR, text.at(2), "m"))).endsWith("   1 |   x\n     |   ^\n");
    }

    @Test
    void coloursAreTheHeadlinesAndTheUnderlines() {
        SourceText text = SourceText.of("f", "ab");
        assertThat(FindingPrinter.coloured().print(List.of(Finding.of(ERROR, text.at(1), "m"))))
                .isEqualTo(
                        "\u001b[1;31merror[policy.unknown-element]\u001b[0m m\n  f:1:2\n   1 | ab\n     |  \u001b[1;31m^\u001b[0m\n");
        assertThat(FindingPrinter.coloured().print(List.of(Finding.withoutPlace(FindingId.warning("a.b"), "m"))))
                .startsWith("\u001b[1;33mwarning");
        assertThat(FindingPrinter.coloured().print(List.of(Finding.withoutPlace(FindingId.info("a.b"), "m"))))
                .startsWith("\u001b[1;36minfo");
    }

    @Test
    void whatIsVeryLongIsCutInTheMiddleAndNotThroughACharacter() {
        assertThat(Printable.line("x".repeat(300))).hasSize(300);
        assertThat(Printable.line("x".repeat(301))).isEqualTo("x".repeat(150) + " … " + "x".repeat(100));
        assertThat(Printable.quoted("a\nb")).isEqualTo("`a\\nb`");
        assertThat(Printable.line("\ud83d\ude00".repeat(1_000))).doesNotContain("\\u");
        assertThat(Printable.line("x" + "\ud83d\ude00".repeat(1_000))).doesNotContain("\\u");
    }

    @Test
    void aValueThatCannotBeReadIsAnExceptionThatSaysWhy() {
        Checked<String> failed = Checked.failed(Finding.withoutPlace(ERROR, "m"));
        assertThatThrownBy(failed::orThrow)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("error[policy.unknown-element] m");
        Findings findings = new Findings();
        findings.add(Finding.withoutPlace(FindingId.warning("a.b"), "w"));
        assertThat(findings.with("v").orThrow()).isEqualTo("v");
        findings.add(Finding.withoutPlace(ERROR, "m"));
        assertThatThrownBy(() -> findings.with("v").orThrow()).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anErrorIsNotLostBehindManyWarnings() {
        Findings findings = new Findings();
        Finding warning = Finding.withoutPlace(FindingId.warning("a.b"), "w");
        for (int i = 0; i < 5_000; i++) {
            findings.add(warning);
        }
        findings.add(Finding.withoutPlace(ERROR, "m"));
        findings.add(Finding.withoutPlace(ERROR, "m"));
        assertThat(findings.toList()).hasSize(1_001);
        assertThat(findings.errorCount()).isEqualTo(2);
        assertThat(findings.with("v").hasErrors()).isTrue();
    }

    @Test
    void checkedStepsKeepTheFindingsOfBoth() {
        Finding first = Finding.withoutPlace(FindingId.warning("a.b"), "1");
        Finding second = Finding.withoutPlace(FindingId.info("a.b"), "2");
        Findings findings = new Findings();
        findings.add(first);
        Checked<Integer> checked = findings.with("v").map(String::length);
        assertThat(checked.then(n -> Checked.failed(second)).findings()).containsExactly(first, second);
        assertThat(checked.then(n -> Checked.of(n + 1)).value()).contains(2);
        assertThat(Checked.<String>failed(second).then(v -> Checked.of(1)).findings())
                .isEqualTo(ImmutableList.of(second));
        assertThat(Checked.failed(second).hasErrors()).isTrue();
    }

    private static String print(Finding finding) {
        return FindingPrinter.plain().print(List.of(finding));
    }
}
