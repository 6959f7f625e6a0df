package io.policyc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SourceTextTest {
    private static final SourceText TEXT = SourceText.of("a.json", "one\ntwo\r\nthree\rfour");

    @Test
    void linesEndWithAnyOfTheThreeLineBreaks() {
        assertThat(TEXT.lineCount()).isEqualTo(4);
        assertThat(TEXT.line(1)).isEqualTo("one");
        assertThat(TEXT.line(2)).isEqualTo("two");
        assertThat(TEXT.line(3)).isEqualTo("three");
        assertThat(TEXT.line(4)).isEqualTo("four");
    }

    @Test
    void aLineThatIsNotThereIsEmpty() {
        assertThat(TEXT.line(0)).isEmpty();
        assertThat(TEXT.line(5)).isEmpty();
        assertThat(SourceText.of("empty", "").line(1)).isEmpty();
        assertThat(SourceText.of("empty", "").lineCount()).isEqualTo(1);
    }

    @Test
    void aPartKeepsItsNumbers() {
        SourceText part = SourceText.part("a.csv", "one\ntwo", 40);
        assertThat(part.line(40)).isEqualTo("one");
        assertThat(part.line(41)).isEqualTo("two");
        assertThat(part.line(39)).isEmpty();
        assertThat(part.line(42)).isEmpty();
        assertThat(part.line(1)).isEmpty();
        assertThat(part.start()).hasToString("a.csv:40:1");
        assertThat(part.span(2, 5)).isEqualTo(new SourceSpan(part, 40, 3, 41, 2));
        assertThatThrownBy(() -> SourceText.part("a.csv", "one", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextThatEndsWithALineBreakHasAnEmptyLastLine() {
        SourceText text = SourceText.of("a", "x\n");
        assertThat(text.lineCount()).isEqualTo(2);
        assertThat(text.at(2)).isEqualTo(new SourceSpan(text, 2, 1, 2, 2));
    }

    @Test
    void anOffsetIsALineAndAColumn() {
        assertThat(TEXT.at(0)).hasToString("a.json:1:1");
        assertThat(TEXT.at(3)).hasToString("a.json:1:4");
        assertThat(TEXT.at(4)).hasToString("a.json:2:1");
        assertThat(TEXT.at(9)).hasToString("a.json:3:1");
        assertThat(TEXT.at(15)).hasToString("a.json:4:1");
        assertThat(TEXT.at(19)).hasToString("a.json:4:5");
        assertThatThrownBy(() -> TEXT.at(20)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aRangeMayReachOverLines() {
        assertThat(TEXT.span(1, 6)).isEqualTo(new SourceSpan(TEXT, 1, 2, 2, 3));
        assertThat(TEXT.span(2, 2)).isEqualTo(new SourceSpan(TEXT, 1, 3, 1, 3));
    }

    @Test
    void columnsCountUtf16UnitsAndLineSeparatorsEndNoLine() {
        SourceText text = SourceText.of("a", "\ud83d\ude00x\u2028y");
        assertThat(text.at(2).column()).isEqualTo(3);
        assertThat(text.lineCount()).isEqualTo(1);
    }

    @Test
    void aRangeGrowsToTheEndOfALaterOneAndNeverShrinks() {
        SourceSpan first = TEXT.span(0, 2);
        SourceSpan later = TEXT.span(5, 7);
        assertThat(first.to(later)).isEqualTo(TEXT.span(0, 7));
        assertThat(later.to(first)).isEqualTo(later);
        assertThat(TEXT.span(0, 7).to(TEXT.span(1, 2))).isEqualTo(TEXT.span(0, 7));
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> new SourceSpan(TEXT, 1, 2, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SourceSpan(TEXT, 2, 1, 1, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SourceSpan(TEXT, 0, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
