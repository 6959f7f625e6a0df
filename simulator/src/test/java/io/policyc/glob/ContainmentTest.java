package io.policyc.glob;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.glob.GlobBuilder.Colon;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What covers another pattern matches all that it matches; every short text is tried. */
class ContainmentTest {
    private static final List<String> TEXTS = texts("ab:", 5);

    /** Letters and the colon are themselves; {@code *} and {@code ?} cross colons, {@code +} and {@code .} do not. */
    @Property(tries = 5_000)
    void whatIsCoveredMatchesNothingElse(@ForAll("patterns") String wide, @ForAll("patterns") String narrow) {
        boolean covers = builder(wide).covers(builder(narrow));
        Statistics.label("covers")
                .collect(covers)
                .coverage(checker -> checker.check(true).percentage(share -> share > 3));
        if (covers) {
            Glob wideGlob = builder(wide).build();
            Glob narrowGlob = builder(narrow).build();
            assertThat(TEXTS).allMatch(text -> !narrowGlob.matches(text) || wideGlob.matches(text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "s3:*, s3:Get*, true",
        "s3:Get*, s3:*, false",
        "s3:Get?, s3:Get*, false",
        "s3:Get*, s3:Get?, true",
        "s3:*Object, s3:Get*Object, true",
        "s3:*Object, s3:GetObject*, false",
        "*, anything:*?, true",
        "a*b*c, aXbYbZc, true",
        "a*b*c, a*c, false",
        "a:+, a:b*, false",
        "a:*, a:b+, true",
        "a:+:c, a:b:c, true",
        "a:+, a:b:c, false",
        "a:., a::, false"
    })
    void examples(String wide, String narrow, boolean expected) {
        assertThat(builder(wide).covers(builder(narrow))).isEqualTo(expected);
    }

    @Property(tries = 500)
    void everyPatternCoversItself(@ForAll("patterns") String pattern) {
        assertThat(builder(pattern).covers(builder(pattern))).isTrue();
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab:**??+.").ofMaxLength(5);
    }

    private static GlobBuilder builder(String pattern) {
        GlobBuilder builder = new GlobBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> builder.anyRun(Colon.CROSSED);
                case '+' -> builder.anyRun(Colon.NOT_CROSSED);
                case '?' -> builder.anyUnit(Colon.CROSSED);
                case '.' -> builder.anyUnit(Colon.NOT_CROSSED);
                default -> builder.literal(c);
            }
        }
        return builder;
    }

    private static List<String> texts(String characters, int longest) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= longest; length++) {
            int end = texts.size();
            for (; from < end; from++) {
                for (int i = 0; i < characters.length(); i++) {
                    texts.add(texts.get(from) + characters.charAt(i));
                }
            }
        }
        return texts;
    }
}
