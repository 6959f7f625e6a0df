package io.policyc.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
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

/** Whatever a role's text is, the compiler answers with policies or with errors that point into the text. */
class MutatedRoleTest {
    private static final String CHARACTERS = "{}[]\",:-#*$~'()x1. \n\té😀";

    @Property(tries = 1_000)
    void neverThrows(@ForAll("mutated") String text) {
        SourceText source = SourceText.of("role.yaml", text);
        Checked<CompiledRole> compiled = RoleCompiler.compile(source, RoleContext.NONE);
        assertThat(compiled.value().isPresent() || !compiled.errors().isEmpty()).isTrue();
        for (Finding finding : compiled.findings()) {
            assertThat(finding.message()).doesNotContain("\n").isNotEmpty();
            assertThat(finding.span().orElseThrow().source()).isSameAs(source);
        }
        assertThat(FindingPrinter.plain().print(compiled.findings())).isNotNull();
        compiled.value().ifPresent(role -> {
            role.trustPolicy().ifPresent(MutatedRoleTest::hasPlaces);
            role.permissionsPolicy().ifPresent(MutatedRoleTest::hasPlaces);
            assertThat(RoleCompiler.compile(role.intent()).value().orElseThrow().trustPolicy())
                    .map(LocatedPolicy::document)
                    .isEqualTo(role.trustPolicy().map(LocatedPolicy::document));
        });
    }

    private static void hasPlaces(LocatedPolicy policy) {
        assertThat(policy.places()).hasSameSizeAs(policy.document().statements());
        for (int i = 0; i < policy.places().size(); i++) {
            assertThat(policy.places().get(i).conditions())
                    .hasSameSizeAs(policy.document().statements().get(i).conditions());
        }
    }

    @Provide
    Arbitrary<String> mutated() throws IOException {
        List<String> written = new ArrayList<>();
        for (String name : RoleGoldenTest.cases()) {
            written.add(Files.readString(Path.of("src/test/resources/cases/roles", name, "role.yaml")));
        }
        return Combinators.combine(
                        Arbitraries.of(written),
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.strings()
                                .withChars(CHARACTERS.toCharArray())
                                .ofMaxLength(4))
                .as(MutatedRoleTest::mutate);
    }

    /** Takes some characters out and puts others in their place. */
    private static String mutate(String text, int at, int length, String inserted) {
        int start = at % text.length();
        return text.substring(0, start) + inserted + text.substring(Math.min(text.length(), start + length));
    }
}
