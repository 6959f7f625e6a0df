package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.FindingId;
import io.policyc.finding.FindingPrinter;
import io.policyc.intent.IntentFindings;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A directory a case: intent.yaml, the document that it becomes if it is not refused, and what is said about it. With
 * {@code -Dgolden.update=true} the expected files are written instead of compared.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/cases/compile");

    @ParameterizedTest
    @MethodSource("cases")
    void compiles(String name) throws IOException {
        Path directory = CASES.resolve(name);
        Checked<Compilation> compiled = compile(name);
        compare(
                directory.resolve("expected.scp.json"),
                compiled.value().stream()
                        .flatMap(compilation -> compilation.documents().stream())
                        .map(CompiledDocument::pretty)
                        .collect(Collectors.joining()));
        compare(directory.resolve("expected.findings"), FindingPrinter.plain().print(compiled.findings()));
    }

    @Test
    void everyFindingOfIntentsIsInACase() throws Exception {
        Set<String> expected = new TreeSet<>();
        for (Field field : IntentFindings.class.getFields()) {
            expected.add(((FindingId) field.get(null)).name());
        }
        Set<String> found = new TreeSet<>();
        for (String name : cases()) {
            compile(name).findings().forEach(finding -> found.add(finding.id().name()));
        }
        assertThat(found).containsAll(expected);
    }

    private static Checked<Compilation> compile(String name) throws IOException {
        String text = Files.readString(CASES.resolve(name).resolve("intent.yaml"));
        return PolicyCompiler.create().compile(SourceText.of("intent.yaml", text));
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> directories = Files.list(CASES)) {
            return directories
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** A file that is not there stands for the empty text. */
    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.deleteIfExists(expected);
            if (!actual.isEmpty()) {
                Files.writeString(expected, actual);
            }
        }
        assertThat(actual).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }
}
