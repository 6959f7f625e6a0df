package io.policyc.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.policyc.coverage.Counts;
import io.policyc.coverage.CoveragePrinter;
import io.policyc.coverage.CoverageReport;
import io.policyc.expectation.CaseResult;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.ExpectationRunner;
import io.policyc.expectation.Expected;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.guardrail.Guardrail;
import io.policyc.guardrail.GuardrailIntent;
import io.policyc.guardrail.Guardrails;
import io.policyc.intent.IntentFindings;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.YamlNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each guardrail does what its tests say, alone and in a repository that was made with it. */
class GuardrailsTest {
    private static final Path FOLDERS = Path.of("src/main/resources/io/policyc/guardrail");

    @TempDir
    private Path repository;

    static ImmutableSet<String> names() {
        return Guardrails.names();
    }

    @Test
    void eachFolderIsListed() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names());
        }
    }

    /** All parts but one: a condition that names every kind of principal that SCPs bind is never false. */
    @ParameterizedTest
    @MethodSource("names")
    void isExercisedByItsTests(String name) {
        CoverageReport coverage = GuardrailTests.of(guardrail(name)).coverage();
        Counts parts = coverage.total();
        int gaps = name.equals("programmatic-access-through-identity-center") ? 1 : 0;

        assertThat(parts.all() - parts.exercised())
                .as(String.join("\n", CoveragePrinter.lines(coverage)))
                .isEqualTo(gaps);
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasATitleAndAPageOfAws(String name) {
        Guardrail guardrail = guardrail(name);
        assertThat(guardrail.title()).hasSizeBetween(10, 60);
        assertThat(guardrail.source()).startsWith("https://docs.aws.amazon.com/");
        assertThat(guardrail.page()).startsWith("# ");
    }

    @ParameterizedTest
    @MethodSource("names")
    void passesItsTests(String name) {
        ExpectationReport report = GuardrailTests.of(guardrail(name)).run();
        assertThat(report.failures())
                .extracting(failed -> failed.finding().message())
                .isEmpty();
        assertThat(report.results())
                .extracting(CaseResult::test)
                .extracting(test -> test.expected())
                .contains(Expected.ALLOW, Expected.EXPLICIT_DENY);
    }

    @ParameterizedTest
    @MethodSource("names")
    void buildsAndPassesInANewRepository(String name) throws IOException {
        Guardrail guardrail = guardrail(name);
        write("intents/a.policy.yaml", GuardrailIntent.starter(guardrail));
        write("tests/a.test.yaml", GuardrailTests.of(guardrail).starter());
        Checked<Workspace> opened = Workspace.open(repository);
        if (!guardrail.required().isEmpty()) {
            assertThat(opened.errors()).extracting(Finding::id).containsOnly(IntentFindings.MISSING_PARAMETER);
            assertThat(opened.errors()).hasSameSizeAs(guardrail.required());
            String head = "policy: " + guardrail.policyName() + "\nguardrail: " + name + "\n";
            write("intents/a.policy.yaml", head + parameters(guardrail));
            opened = Workspace.open(repository);
        }
        assertThat(opened.errors()).isEmpty();
        ExpectationReport report =
                ExpectationRunner.create().run(opened.orThrow().tests().orThrow());
        assertThat(report.failures())
                .extracting(failed -> failed.finding().message())
                .isEmpty();
        assertThat(report.results())
                .extracting(CaseResult::test)
                .extracting(test -> test.expected())
                .contains(Expected.ALLOW, Expected.EXPLICIT_DENY);
    }

    /** The lines of {@code with} in the file of tests. */
    private static String parameters(Guardrail guardrail) {
        Node file = YamlNodes.read(guardrail.tests()).orThrow();
        List<ObjectNode.Member> members = ((ObjectNode) file).members();
        assertThat(members.get(0).key()).isEqualTo("with");
        int next = members.get(1).keySpan().line();
        return guardrail.tests().text().lines().limit(next - 1).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Guardrail guardrail(String name) {
        return Guardrails.named(name).orElseThrow();
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
