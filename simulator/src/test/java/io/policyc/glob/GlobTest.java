package io.policyc.glob;

import static io.policyc.glob.NaiveGlob.BOUNDED_STAR;
import static io.policyc.glob.NaiveGlob.BOUNDED_UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Globs against regular expressions built from the same pieces. Units are spelled in hexadecimal there: four digits each. */
class GlobTest {
    private static final String ALPHABET = "aabAB:/-\n.ßé日\ud801\udc00";

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.randomValue(random -> pattern(random, random.nextInt(12), 4));
    }

    /** Around the places where a state more needs a word more. */
    @Provide
    Arbitrary<String> longPatterns() {
        return Arbitraries.of(62, 63, 64, 65, 126, 127, 128, 129, 200)
                .flatMap(length -> Arbitraries.randomValue(random -> pattern(random, length, 3)));
    }

    private static String pattern(Random random, int length, int stars) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < length; i++) {
            pattern.append(
                    random.nextInt(8) == 0
                            ? (random.nextBoolean() ? '?' : BOUNDED_UNIT)
                            : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        for (int i = random.nextInt(stars + 1); i > 0; i--) {
            pattern.insert(random.nextInt(pattern.length() + 1), random.nextBoolean() ? '*' : BOUNDED_STAR);
        }
        return pattern.toString();
    }

    @Property(tries = 20_000)
    void matchesAsARegexDoes(@ForAll("patterns") String pattern, @ForAll long seed) {
        compare(pattern, new Random(seed));
        Statistics.label("match").coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 15));
    }

    @Property(tries = 3_000)
    void matchesAsARegexDoesBeyondOneWord(@ForAll("longPatterns") String pattern, @ForAll long seed) {
        Random random = new Random(seed);
        compare(pattern, random);
        String text = grow(pattern, random, 400);
        assertThat(NaiveGlob.builder(pattern).build().matches(text)).isEqualTo(matchesRegex(pattern, text));
        Statistics.label("match").coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 1));
    }

    private static void compare(String pattern, Random random) {
        for (int odds : new int[] {4, 40}) {
            String text = grow(pattern, random, odds);
            boolean expected = matchesRegex(pattern, text);
            Statistics.label("match").collect(expected);
            GlobBuilder builder = NaiveGlob.builder(pattern);
            assertThat(builder.build().matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(expected);
            assertThat(new SparseStates(builder, new Alphabet(builder)).accept(text, StepCounter.NONE))
                    .as("%s on %s, with a sparse table", pattern, text)
                    .isEqualTo(expected);
            if (pattern.indexOf(BOUNDED_STAR) < 0 && pattern.indexOf(BOUNDED_UNIT) < 0) {
                assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
            }
        }
    }

    /** A text that the pattern matches, but for one unit in so many, which is dropped or replaced. */
    private static String grow(String pattern, Random random, int odds) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            boolean star = c == '*' || c == BOUNDED_STAR;
            boolean any = star || c == '?' || c == BOUNDED_UNIT;
            for (int i = star ? random.nextInt(4) : 1; i > 0; i--) {
                text.append(any ? ALPHABET.charAt(random.nextInt(ALPHABET.length())) : c);
            }
            if (random.nextInt(odds) == 0 && text.length() > 0) {
                text.setLength(text.length() - 1);
                text.append(random.nextBoolean() ? "" : "x");
            }
        }
        return text.toString();
    }

    private static boolean matchesRegex(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            regex.append(
                    switch (c) {
                        case '*' -> "(?:[0-9a-f]{4})*";
                        case '?' -> "[0-9a-f]{4}";
                        case BOUNDED_STAR -> "(?:(?!003a)[0-9a-f]{4})*";
                        case BOUNDED_UNIT -> "(?!003a)[0-9a-f]{4}";
                        default -> hex(c);
                    });
        }
        StringBuilder spelled = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            spelled.append(hex(c));
        }
        return Pattern.matches(regex.toString(), spelled);
    }

    private static String hex(char c) {
        return String.format(Locale.ROOT, "%04x", (int) c);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            a      | a     | true
            a      | A     | false
            a*     | a     | true
            a*     | b     | false
            *a     | ba    | true
            a*?b   | ab    | false
            a*?b   | axb   | true
            a[bc]  | ab    | false
            a[bc]  | a[bc] | true
            a\\*b  | a*b   | false
            ?      | 𐐀     | false
            ??     | 𐐀     | true
            """)
    void matches(String pattern, String text, boolean matches) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void theEmptyPatternMatchesTheEmptyText() {
        assertThat(Glob.of("").matches("")).isTrue();
        assertThat(Glob.of("").matches("a")).isFalse();
        assertThat(Glob.of("*").matches("")).isTrue();
        assertThat(Glob.of("?").matches("")).isFalse();
    }

    @Test
    void tellsManyCharactersApart() {
        StringBuilder pattern = new StringBuilder("?");
        for (char c = 'Ā'; c < 'Ā' + 300; c++) {
            pattern.append(c);
        }
        pattern.append("*z");
        Glob glob = Glob.of(pattern.toString());
        String text = pattern.toString().replace("*", "日本");

        assertThat(glob.matches(text)).isTrue();
        assertThat(glob.matches(text.replace('Ŷ', 'ŷ'))).isFalse();
        assertThat(glob.matches(text.replace("z", "y"))).isFalse();
    }
}
