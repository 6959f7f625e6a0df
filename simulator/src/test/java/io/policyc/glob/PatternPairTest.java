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
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of two patterns holds of every short text; among them is one of both patterns if there is any at all. */
class PatternPairTest {
    private static final List<String> TEXTS = texts("ab:", 6);

    /** Letters and the colon are themselves; {@code *} and {@code ?} cross colons, {@code +} and {@code .} do not. */
    @Property(tries = 5_000)
    void everyTextAgrees(@ForAll("patterns") String one, @ForAll("patterns") String other) {
        boolean covers = builder(one).covers(builder(other), effort());
        boolean excludes = builder(one).excludes(builder(other), effort());
        Statistics.label("claims")
                .collect(covers ? "covers" : excludes ? "excludes" : "neither")
                .coverage(checker -> {
                    checker.check("covers").percentage(share -> share > 3);
                    checker.check("excludes").percentage(share -> share > 3);
                });
        Glob oneGlob = builder(one).build();
        List<String> ofOther =
                TEXTS.stream().filter(builder(other).build()::matches).toList();
        if (covers) {
            assertThat(ofOther).allMatch(oneGlob::matches);
        }
        assertThat(ofOther.stream().noneMatch(oneGlob::matches)).isEqualTo(excludes);
        assertThat(builder(other).excludes(builder(one), effort())).isEqualTo(excludes);
    }

    /** Whatever is told with little effort is told with enough of it too. */
    @Property
    void littleEffortTellsLess(
            @ForAll("patterns") String one, @ForAll("patterns") String other, @ForAll @IntRange(max = 20) int steps) {
        GlobBuilder left = builder(one);
        GlobBuilder right = builder(other);
        if (left.covers(right, new Effort(steps))) {
            assertThat(left.covers(right, effort())).isTrue();
        }
        if (left.excludes(right, new Effort(steps))) {
            assertThat(left.excludes(right, effort())).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "s3:*, s3:Get*, covers",
        "s3:Get*, s3:*, meet",
        "s3:Get?, s3:Get*, meet",
        "s3:Get*, s3:Get?, covers",
        "s3:*Object, s3:Get*Object, covers",
        "s3:*Object, s3:GetObject*, meet",
        "*, anything:*?, covers",
        "a*b*c, aXbYbZc, covers",
        "a*b*c, a*c, meet",
        "a*b, a*c, excludes",
        "a*bb, a*cb, excludes",
        "*ab*, b??b, meet",
        "*aa*, b?b, excludes",
        "a:+, a:b*, meet",
        "a:*, a:b+, covers",
        "a:+:c, a:b:c, covers",
        "a:+, a:b:c, excludes",
        "a:., a::, excludes",
        "a:?, a::, covers"
    })
    void examples(String one, String other, String claim) {
        assertThat(builder(one).covers(builder(other), effort())).isEqualTo(claim.equals("covers"));
        assertThat(builder(one).excludes(builder(other), effort())).isEqualTo(claim.equals("excludes"));
    }

    @Property(tries = 500)
    void everyPatternCoversItself(@ForAll("patterns") String pattern) {
        assertThat(builder(pattern).covers(builder(pattern), effort())).isTrue();
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab:**??+.").ofMaxLength(4);
    }

    private static Effort effort() {
        return new Effort(1_000);
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
