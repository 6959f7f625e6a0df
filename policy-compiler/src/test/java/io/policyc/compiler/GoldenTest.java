package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.FindingPrinter;
import io.policyc.intent.IntentFindings;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A directory a case: intent.yaml, the document that it becomes if it is not refused, and what is said about it. With
 * {@code -Dgolden.update=true} the expected files are written instead of compared.
 */
class GoldenTest {
    private static final GoldenFolder CASES = new GoldenFolder(Path.of("src/test/resources/cases/compile"));

    @ParameterizedTest
    @MethodSource("cases")
    void compiles(String name) throws IOException {
        Checked<Compilation> compiled = compile(name);
        CASES.compare(
                name,
                "expected.scp.json",
                compiled.value().stream()
                        .flatMap(compilation -> compilation.documents().stream())
                        .map(CompiledDocument::pretty)
                        .collect(Collectors.joining()));
        CASES.compare(name, "expected.findings", FindingPrinter.plain().print(compiled.findings()));
    }

    @Test
    void everyFindingOfIntentsIsInACase() throws Exception {
        Set<String> expected = GoldenFolder.idsOf(IntentFindings.class);
        Set<String> found = new TreeSet<>();
        for (String name : cases()) {
            compile(name).findings().forEach(finding -> found.add(finding.id().name()));
        }
        assertThat(found).containsAll(expected);
    }

    private static Checked<Compilation> compile(String name) throws IOException {
        String text = CASES.text(name, "intent.yaml");
        return PolicyCompiler.create().compile(SourceText.of("intent.yaml", text));
    }

    static List<String> cases() throws IOException {
        return CASES.cases();
    }
}
