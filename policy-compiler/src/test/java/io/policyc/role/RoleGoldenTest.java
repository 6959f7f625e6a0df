package io.policyc.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.compiler.GoldenFolder;
import io.policyc.finding.Checked;
import io.policyc.finding.FindingPrinter;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyWriter;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A directory a case: role.yaml, the policies that it becomes if it is not refused, and what is said about it. With
 * {@code -Dgolden.update=true} the expected files are written instead of compared.
 */
class RoleGoldenTest {
    private static final GoldenFolder CASES = new GoldenFolder(Path.of("src/test/resources/cases/roles"));

    @ParameterizedTest
    @MethodSource("cases")
    void compiles(String name) throws IOException {
        Checked<CompiledRole> compiled = compile(name);
        CASES.compare(name, "expected.trust.json", text(compiled, CompiledRole::trustPolicy));
        CASES.compare(name, "expected.permissions.json", text(compiled, CompiledRole::permissionsPolicy));
        CASES.compare(name, "expected.findings", FindingPrinter.plain().print(compiled.findings()));
    }

    @Test
    void everyFindingOfRolesIsInACase() throws Exception {
        Set<String> expected = GoldenFolder.idsOf(RoleFindings.class);
        Set<String> found = new TreeSet<>();
        for (String name : cases()) {
            compile(name).findings().forEach(finding -> found.add(finding.id().name()));
        }
        // Two roles of one name take two files: a case of the command has them.
        expected.remove(RoleFindings.DUPLICATE_ROLE.name());
        assertThat(found).containsAll(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oidc: { issuer: a%s, audience: x, claims: { sub: x } }",
                "gitlab: { project: a%s!, branches: main }",
                "ecs: { use: task, regions: eu%s }",
                "service: { name: a%s.example.com }"
            })
    void textsOfAnyLengthAreRead(String trust) {
        String part = trust.startsWith("gitlab") ? "/a" : trust.startsWith("ecs") ? "-a" : ".a";
        String role =
                "role: a\naccount: \"123456789012\"\nmanaged-policies: arn:aws:iam::aws:policy/ReadOnlyAccess\ntrust:\n  "
                        + String.format(trust, part.repeat(100_000));
        assertThat(RoleCompiler.compile(SourceText.of("role.yaml", role), RoleContext.NONE)
                        .findings())
                .extracting(finding -> finding.id().name())
                .containsExactly("role.invalid-value");
    }

    private static String text(Checked<CompiledRole> compiled, Function<CompiledRole, Optional<LocatedPolicy>> policy) {
        return compiled.value()
                .flatMap(policy)
                .map(found -> PolicyWriter.pretty(found.document()))
                .orElse("");
    }

    private static Checked<CompiledRole> compile(String name) throws IOException {
        String text = CASES.text(name, "role.yaml");
        return RoleCompiler.compile(SourceText.of("role.yaml", text), RoleContext.NONE);
    }

    static List<String> cases() throws IOException {
        return CASES.cases();
    }
}
