package io.policyc.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a match costs, counted by the loop that decides and not by a clock: text x (pattern / 64 + 1) word steps. */
class GlobCostTest {
    private static final String TEXT = "a".repeat(100_000);

    /** Counts what the production code tells it. */
    private static final class Counting extends StepCounter {
        private long steps;

        @Override
        void wordStep() {
            steps++;
        }
    }

    static Stream<String> hostilePatterns() {
        return Stream.of(
                "a*".repeat(50) + "b*",
                "*a?a?b*",
                "*".repeat(5_000) + "b*a",
                "*a?".repeat(50) + "*b*",
                "?a*".repeat(600) + "b*",
                "*" + "a".repeat(63) + "*b*",
                "*" + "a".repeat(64) + "*b*",
                "*" + "a?".repeat(1_000) + "*b*");
    }

    /** The first star keeps a state alive up to the end of the text, so the bound is reached and not only kept. */
    @ParameterizedTest
    @MethodSource("hostilePatterns")
    void aHostilePatternCostsItsBound(String pattern) {
        Counting counting = new Counting();

        assertThat(Glob.of(pattern).matches(TEXT, counting)).isFalse();
        assertThat(counting.steps).isEqualTo(bound(pattern, TEXT));
    }

    @Test
    void aMatchAtTheVeryEndIsFound() {
        assertThat(Glob.of("*a?a?b*").matches(TEXT + "xaxb")).isTrue();
    }

    @Test
    void manyCharactersCostNoMore() {
        String pattern = "*" + everyCharacter("?") + "*b*";
        Counting counting = new Counting();
        String text = TEXT.substring(0, 1_000) + everyCharacter("日") + "c";

        assertThat(Glob.of(pattern).matches(text + "b", counting)).isTrue();
        assertThat(counting.steps).isEqualTo(bound(pattern, text + "b"));
        assertThat(Glob.of(pattern).matches(text)).isFalse();
    }

    @Test
    void tablesGrowWithThePatternOnly() {
        for (int length : new int[] {100, 1_000, 10_000, 60_000}) {
            String pattern = "*" + everyCharacter("?").substring(0, length) + "*b*";

            assertThat(Glob.of(pattern).tableSize()).isLessThan((1 << 15) + 4 * length);
        }
    }

    @Test
    void patternsWithoutAWildcardInsideAdvanceNoStates() {
        Counting counting = new Counting();

        assertThat(Glob.of(TEXT).matches(TEXT, counting)).isTrue();
        assertThat(Glob.of("aaa*").matches(TEXT, counting)).isTrue();
        assertThat(Glob.of("*b").matches(TEXT, counting)).isFalse();
        assertThat(counting.steps).isZero();
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(5, 20, 63, 64, 65, 130, 300)
                .flatMap(length -> Arbitraries.randomValue(random -> text(random, "aab*?", length)));
    }

    @Property(tries = 3_000)
    void noMatchCostsMoreAndEachIsRight(@ForAll("patterns") String pattern, @ForAll long seed) {
        Random random = new Random(seed);
        int stars = (int) pattern.chars().filter(c -> c == '*').count();
        String text = random.nextBoolean()
                ? text(random, "ab", random.nextInt(2 * pattern.length()))
                : fill(pattern, random) + text(random, "ab", random.nextInt(2));
        Counting counting = new Counting();
        boolean expected = NaiveGlob.matches(pattern, text);

        Statistics.label("match").collect(expected);
        assertThat(Glob.of(pattern).matches(text, counting)).isEqualTo(expected);
        assertThat(counting.steps).isLessThanOrEqualTo((long) text.length() * ((pattern.length() - stars) / 64 + 1));
        Statistics.label("match").coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 15));
    }

    private static long bound(String pattern, String text) {
        long units = pattern.chars().filter(c -> c != '*').count();
        return text.length() * (units / 64 + 1);
    }

    /** Every character but colon and surrogates, a wildcard after each seventh. */
    private static String everyCharacter(String wildcard) {
        StringBuilder text = new StringBuilder();
        for (char c = ' '; c < Character.MAX_VALUE; c++) {
            if (c != '*' && c != '?' && !Character.isSurrogate(c)) {
                text.append(c);
                text.append(c % 7 == 0 ? wildcard : "");
            }
        }
        return text.toString();
    }

    private static String fill(String pattern, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> text.append(text(random, "ab", random.nextInt(3)));
                case '?' -> text.append(text(random, "ab", 1));
                default -> text.append(c);
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
