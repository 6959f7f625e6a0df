package io.policyc.finding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Texts that are cut stay whole where they are not cut. */
class PrintableTest {
    @Property
    void theFirstLinesAndTheNumberOfTheOthers(
            @ForAll("texts") String text, @ForAll @IntRange(min = 30, max = 60) int longest) {
        String shown = Printable.firstLines(text, longest);
        assertThat(shown).hasSizeLessThanOrEqualTo(longest);
        if (text.length() <= longest) {
            assertThat(shown).isEqualTo(text);
            return;
        }
        int note = shown.lastIndexOf('…');
        assertThat(text).startsWith(shown.substring(0, note - 1));
        if (shown.charAt(note - 1) == '\n') {
            long kept = shown.substring(0, note).chars().filter(c -> c == '\n').count();
            long left = Long.parseLong(shown.substring(note + 2, shown.indexOf(" more lines", note)));
            assertThat(kept + left).isEqualTo(text.lines().count());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\n").ofMaxLength(120);
    }

    @Test
    void aPairOfSurrogatesIsNotParted() {
        assertThat(Printable.firstLines("😀".repeat(40), 33)).isEqualTo("😀".repeat(15) + " …");
    }

    @Test
    void charactersThatXmlCannotHoldAreEscaped() {
        assertThat(Printable.escaped("\u0000\u000b\ufffe\uffff\ud800"))
                .isEqualTo("\\u0000\\u000b\\ufffe\\uffff\\ud800");
    }
}
