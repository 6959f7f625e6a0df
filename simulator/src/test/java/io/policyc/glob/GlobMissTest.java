package io.policyc.glob;

import static io.policyc.glob.NaiveGlob.BOUNDED_STAR;
import static io.policyc.glob.NaiveGlob.BOUNDED_UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.glob.GlobMiss.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobMissTest {
    private static final String BOTO3 = "Boto3/1.43.0 md/Botocore#1.43.67 ua/2.1";

    /** Stars and question marks of the patterns: ⁂ and ⸮ stop at a colon. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *boto*         | Boto3/1.43.0 md/Botocore#1.43.67 ua/2.1 | LETTER_CASE      | 1 | 1  | b | B
            *Core*         | Boto3/1.43.0 md/Botocore#1.43.67 ua/2.1 | LETTER_CASE      | 1 | 21 | C | c
            *boto*         | BOTO boTO botO Boto                     | LETTER_CASE      | 4 | 14 | o | O
            *1 UA*         | Boto3/1.43.0 md/Botocore#1.43.67 ua/2.1 | OTHER_CHARACTER  | 2 | 8  | ' ' | .
            *aws-cli*      | amd64 aws/2 aws-sdk                     | OTHER_CHARACTER  | 5 | 17 | c | s
            *aws-cli*      | curl/7.88.1                             | NOT_FOUND        | 1 | 1  | a |
            *curl*aws*     | curl/7.88.1                             | NOT_FOUND        | 5 | 5  | a |
            aws*           | curl                                    | OTHER_CHARACTER  | 1 | 1  | a | c
            abc            | ab                                      | TEXT_ENDS        | 3 | 3  | c |
            a*?            | a                                       | TEXT_ENDS        | 2 | 2  |   |
            *.txt          | a.txt.b.txt.bak                         | TEXT_GOES_ON     | 5 | 12 |   | .
            ab             | abc                                     | TEXT_GOES_ON     | 3 | 3  |   | c
            a:⁂x           | a:bc:x                                  | STOPPED_AT_COLON | 3 | 5  | x | :
            a:⁂x           | a:bc                                    | NOT_FOUND        | 3 | 3  | x |
            a⸮b            | a:b                                     | OTHER_CHARACTER  | 2 | 2  |   | :
            𐐀a            | 𐐁a                                     | OTHER_CHARACTER  | 2 | 2  | 𐐀 | 𐐁
            """)
    void says(String pattern, String text, Reason reason, int unit, int character, String wanted, String found) {
        assertThat(GlobMiss.of(NaiveGlob.builder(pattern), text))
                .contains(
                        new GlobMiss(reason, unit, character, Optional.ofNullable(wanted), Optional.ofNullable(found)));
    }

    @Test
    void thereIsNoneWhereThePatternMatches() {
        assertThat(GlobMiss.of(NaiveGlob.builder("*Boto*"), BOTO3)).isEmpty();
        assertThat(GlobMiss.of(NaiveGlob.builder(BOTO3), BOTO3)).isEmpty();
    }

    @Test
    void emptyTextsEndAtOnce() {
        assertThat(GlobMiss.of(NaiveGlob.builder("*a"), ""))
                .contains(new GlobMiss(Reason.TEXT_ENDS, 1, 1, Optional.of("a"), Optional.empty()));
        assertThat(GlobMiss.of(NaiveGlob.builder(""), "a"))
                .contains(new GlobMiss(Reason.TEXT_GOES_ON, 1, 1, Optional.empty(), Optional.of("a")));
    }

    /** Letters of texts too long to be searched for letter case are other characters; the longest are not searched at all. */
    @Test
    void longTextsAreSearchedLess() {
        String text = "a".repeat(1 << 18) + "B";

        assertThat(GlobMiss.of(NaiveGlob.builder(text.replace('B', 'b')), text)).isEmpty();
        assertThat(GlobMiss.of(NaiveGlob.builder("*ab"), text).map(GlobMiss::reason))
                .contains(Reason.OTHER_CHARACTER);
        assertThat(GlobMiss.of(NaiveGlob.builder("*ab"), text.substring(10)).map(GlobMiss::reason))
                .contains(Reason.LETTER_CASE);
    }

    @Provide
    Arbitrary<String> patterns() {
        String alphabet = "abAB:ab*?" + BOUNDED_STAR + BOUNDED_UNIT;
        return Arbitraries.of(3, 6, 10, 70)
                .flatMap(length -> Arbitraries.randomValue(random -> text(random, alphabet, length)));
    }

    @Property(tries = 20_000)
    void isTrue(@ForAll("patterns") String pattern, @ForAll long seed) {
        Random random = new Random(seed);
        String text = random.nextBoolean() ? text(random, "abAB:", random.nextInt(12)) : near(pattern, random);
        Optional<GlobMiss> miss = GlobMiss.of(NaiveGlob.builder(pattern), text);

        assertThat(miss.isEmpty()).isEqualTo(NaiveGlob.matches(pattern, text));
        Statistics.collect(miss.map(GlobMiss::reason));
        Statistics.coverage(coverage -> {
            for (Reason reason : Reason.values()) {
                coverage.check(Optional.of(reason)).percentage(percentage -> percentage > 0.5);
            }
        });
        miss.ifPresent(one -> check(one, pattern, text));
    }

    private static void check(GlobMiss miss, String pattern, String text) {
        int offset = miss.character() - 1;
        String before = beginning(pattern, miss.unit() - 1);
        String from = pattern.substring(before.length());
        Optional<String> standing =
                offset < text.length() ? Optional.of(text.substring(offset, offset + 1)) : Optional.empty();

        assertThat(NaiveGlob.matchedBeginnings(before, text)[offset])
                .as("%s comes to %s in %s", before, offset, text)
                .isTrue();
        if (miss.reason() == Reason.OTHER_CHARACTER || miss.reason() == Reason.NOT_FOUND) {
            assertThat(Arrays.copyOf(NaiveGlob.matchedBeginnings(before, text), offset))
                    .doesNotContain(true);
        }
        if (miss.reason() == Reason.LETTER_CASE) {
            String rest = from.substring(1).toLowerCase(Locale.ROOT);
            assertThat(NaiveGlob.matches(rest, text.substring(offset + 1).toLowerCase(Locale.ROOT)))
                    .isTrue();
            assertThat(miss.wanted()).contains(from.substring(0, 1));
            assertThat(miss.found()).isEqualTo(standing).isNotEqualTo(miss.wanted());
            assertThat(miss.found().orElseThrow()).isEqualToIgnoringCase(from.substring(0, 1));
            return;
        }
        assertThat(NaiveGlob.matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)))
                .isFalse();
        if (!from.isEmpty()) {
            assertThat(NaiveGlob.matchedBeginnings(before + from.charAt(0), text))
                    .as("no more than %s of %s is in %s", before, pattern, text)
                    .doesNotContain(true);
        }
        switch (miss.reason()) {
            case OTHER_CHARACTER ->
                assertThat(NaiveGlob.takes(from.charAt(0), text.charAt(offset))).isFalse();
            case NOT_FOUND ->
                text.substring(offset)
                        .chars()
                        .forEach(c -> assertThat(NaiveGlob.takes(from.charAt(0), (char) c))
                                .isFalse());
            case STOPPED_AT_COLON -> assertThat(standing).contains(":");
            case TEXT_ENDS -> assertThat(from).isNotEmpty();
            case TEXT_GOES_ON -> assertThat(from).isEmpty();
            case LETTER_CASE -> throw new AssertionError("checked above");
        }
        assertThat(miss.found()).isEqualTo(miss.reason() == Reason.NOT_FOUND ? Optional.empty() : standing);
    }

    /** The pattern up to a number of units, with the stars after the last of them. */
    private static String beginning(String pattern, int units) {
        int at = 0;
        for (int seen = 0; at < pattern.length(); at++) {
            if (!NaiveGlob.isStar(pattern.charAt(at)) && seen++ == units) {
                break;
            }
        }
        return pattern.substring(0, at);
    }

    /** A text that the pattern matches, but for some units, or for the case of some letters. */
    private static String near(String pattern, Random random) {
        boolean caseOnly = random.nextBoolean();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (NaiveGlob.isStar(c)) {
                text.append(text(random, "ab", random.nextInt(3)));
            } else {
                text.append(Character.isLetter(c) || c == ':' ? c : 'a');
            }
            boolean change = text.length() > 0 && random.nextInt(pattern.length()) == 0;
            if (change && caseOnly) {
                int last = text.length() - 1;
                char old = text.charAt(last);
                text.setCharAt(
                        last, Character.isLowerCase(old) ? Character.toUpperCase(old) : Character.toLowerCase(old));
            } else if (change) {
                text.setLength(text.length() - 1);
                text.append(text(random, "ab:", random.nextInt(2)));
            }
        }
        return text.toString();
    }

    private static String text(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
