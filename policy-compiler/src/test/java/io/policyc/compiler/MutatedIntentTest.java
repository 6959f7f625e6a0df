package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.intent.IntentArbitraries;
import io.policyc.policy.LocatedPolicy;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an intent's text is, the compiler answers with a policy or with errors that point into the text. */
class MutatedIntentTest {
    private static final String CHARACTERS = "{}[]\",:-#*$~'()x1. \n\t\u00e9\ud83d\ude00";

    @Property(tries = 2_000)
    void neverThrows(@ForAll("mutated") String text) {
        SourceText source = SourceText.of("intent.yaml", text);
        Checked<Compilation> compiled = PolicyCompiler.create().compile(source);
        assertThat(compiled.value().isPresent() || !compiled.errors().isEmpty()).isTrue();
        for (Finding finding : compiled.findings()) {
            assertThat(finding.message()).doesNotContain("\n").isNotEmpty();
            assertThat(finding.span()).isPresent();
            assertThat(finding.span().get().source()).isSameAs(source);
            assertThat(finding.span().get().endLine()).isLessThanOrEqualTo(source.lineCount());
        }
        assertThat(FindingPrinter.plain().print(compiled.findings())).isNotNull();
        compiled.value().ifPresent(compilation -> {
            LocatedPolicy policy = compilation.policies().get(0);
            assertThat(policy.places()).hasSameSizeAs(policy.document().statements());
            for (int i = 0; i < policy.places().size(); i++) {
                assertThat(policy.places().get(i).conditions())
                        .hasSameSizeAs(policy.document().statements().get(i).conditions());
            }
            assertThat(PolicyCompiler.create().compile(source).value().get().documents())
                    .isEqualTo(compilation.documents());
        });
    }

    @Provide
    Arbitrary<String> mutated() throws IOException {
        List<String> written = new ArrayList<>();
        for (String name : GoldenTest.cases()) {
            written.add(Files.readString(Path.of("src/test/resources/cases/compile", name, "intent.yaml")));
        }
        Arbitrary<List<Integer>> mutation =
                Arbitraries.integers().between(0, 1_000_000).list().ofSize(3);
        return Combinators.combine(
                        Arbitraries.oneOf(IntentArbitraries.texts(), Arbitraries.of(written)),
                        mutation.list().ofMinSize(1).ofMaxSize(3))
                .as((text, mutations) -> {
                    String mutated = text;
                    for (List<Integer> numbers : mutations) {
                        mutated = mutate(mutated, numbers.get(0) % 6, numbers.get(1), numbers.get(2));
                    }
                    return mutated;
                })
                .withoutEdgeCases();
    }

    /** Deletes, doubles or puts in a character, or deletes, doubles or moves a line. */
    private static String mutate(String text, int kind, int where, int what) {
        if (kind < 3) {
            StringBuilder mutated = new StringBuilder(text);
            int at = where % (text.length() + 1);
            if (kind == 0 && at < text.length()) {
                mutated.deleteCharAt(at);
            } else if (kind == 1 && at < text.length()) {
                mutated.insert(at, text.charAt(at));
            } else {
                mutated.insert(at, CHARACTERS.charAt(what % CHARACTERS.length()));
            }
            return mutated.toString();
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        int at = where % lines.size();
        String line = kind == 4 ? lines.get(at) : lines.remove(at);
        if (kind > 3) {
            lines.add(what % (lines.size() + 1), line);
        }
        return String.join("\n", lines);
    }
}
