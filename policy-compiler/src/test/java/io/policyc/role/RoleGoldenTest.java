package io.policyc.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.FindingId;
import io.policyc.finding.FindingPrinter;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyWriter;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A directory a case: role.yaml, the policies that it becomes if it is not refused, and what is said about it. With
 * {@code -Dgolden.update=true} the expected files are written instead of compared.
 */
class RoleGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/cases/roles");

    @ParameterizedTest
    @MethodSource("cases")
    void compiles(String name) throws IOException {
        Path directory = CASES.resolve(name);
        Checked<CompiledRole> compiled = compile(name);
        compare(directory.resolve("expected.trust.json"), text(compiled, CompiledRole::trustPolicy));
        compare(directory.resolve("expected.permissions.json"), text(compiled, CompiledRole::permissionsPolicy));
        compare(directory.resolve("expected.findings"), FindingPrinter.plain().print(compiled.findings()));
    }

    @Test
    void everyFindingOfRolesIsInACase() throws Exception {
        Set<String> expected = new TreeSet<>();
        for (Field field : RoleFindings.class.getFields()) {
            expected.add(((FindingId) field.get(null)).name());
        }
        Set<String> found = new TreeSet<>();
        for (String name : cases()) {
            compile(name).findings().forEach(finding -> found.add(finding.id().name()));
        }
        // Two roles of one name take two files: a case of the command has them.
        expected.remove(RoleFindings.DUPLICATE_ROLE.name());
        assertThat(found).containsAll(expected);
    }

    private static String text(Checked<CompiledRole> compiled, Function<CompiledRole, Optional<LocatedPolicy>> policy) {
        return compiled.value()
                .flatMap(policy)
                .map(found -> PolicyWriter.pretty(found.document()))
                .orElse("");
    }

    private static Checked<CompiledRole> compile(String name) throws IOException {
        String text = Files.readString(CASES.resolve(name).resolve("role.yaml"));
        return RoleCompiler.compile(SourceText.of("role.yaml", text), RoleContext.NONE);
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
