package io.policyc.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.node.SourceFiles;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The policies under {@code cases/lint/RULE}, each beside the findings that it gets, one line a finding. With
 * {@code -Dgolden.update=true} the lines are rewritten instead, to be reviewed as a diff.
 */
final class LintCasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases/lint");
    private static final String POLICY = ".scp.json";

    static Stream<Path> policies() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(POLICY)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyGetsTheFindingsBesideIt(Path policy) throws IOException {
        String found =
                String.join("", lint(policy).stream().map(LintCasesTest::line).toList());
        Path expected = Path.of(policy.toString().replace(POLICY, ".findings"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    @Test
    void everyRuleHasAPolicyThatItFindsAndOneThatItJustDoesNot() throws IOException {
        for (FindingId id : FindingIds.of(LintFindings.class)) {
            Path folder = CASES.resolve(id.name().substring(id.name().indexOf('.') + 1));
            try (Stream<Path> files = Files.list(folder)) {
                List<Boolean> fires = files.filter(file -> file.toString().endsWith(POLICY))
                        .map(file -> lint(file).stream()
                                .anyMatch(finding -> finding.id().equals(id)))
                        .toList();
                assertThat(fires).as(id.name()).contains(true, false);
            }
        }
    }

    @Test
    void aPolicyFromNoTextGetsFindingsThatNameItAndItsStatement() {
        LocatedPolicy read = read(CASES.resolve("full-deny/quarantine.scp.json"));
        LocatedPolicy policy = LocatedPolicy.withoutPlaces("quarantine", read.document());
        assertThat(Linter.lint(policy)).singleElement().satisfies(finding -> {
            assertThat(finding.span()).isEmpty();
            assertThat(finding.message()).startsWith("`quarantine` statement 1 (`Quarantine`): nobody");
        });
    }

    @Test
    void whatSeveralStatementsFromOneLineSayIsFoundOnce() {
        LocatedPolicy twice = read(CASES.resolve("caller-chosen-key/two-statements.scp.json"));
        LocatedPolicy sameLine = new LocatedPolicy(
                "compiled",
                twice.document(),
                ImmutableList.of(twice.places().get(0), twice.places().get(0)));
        assertThat(Linter.lint(twice)).hasSize(2);
        assertThat(Linter.lint(sameLine)).hasSize(1);
    }

    private static List<Finding> lint(Path file) {
        return Linter.lint(read(file));
    }

    private static LocatedPolicy read(Path file) {
        return SourceFiles.read(file)
                .then(text -> PolicyReader.read(file.getFileName().toString(), text, PolicyType.SERVICE_CONTROL_POLICY))
                .orThrow();
    }

    private static String line(Finding finding) {
        SourceSpan span = finding.span().orElseThrow();
        return span.line() + ":" + span.column() + " " + finding.severity().word() + " "
                + finding.id().name() + " " + finding.message() + "\n";
    }
}
