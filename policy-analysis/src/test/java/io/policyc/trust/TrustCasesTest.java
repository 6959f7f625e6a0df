package io.policyc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.lint.FindingIds;
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
 * The trust policies under {@code cases/trust/RULE}, each beside the findings that it gets, one line a finding. With
 * {@code -Dgolden.update=true} the lines are rewritten instead, to be reviewed as a diff.
 */
final class TrustCasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases/trust");
    private static final String POLICY = ".trust.json";

    static Stream<Path> policies() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(POLICY)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyGetsTheFindingsBesideIt(Path policy) throws IOException {
        String found =
                String.join("", lint(policy).stream().map(TrustCasesTest::line).toList());
        Path expected = Path.of(policy.toString().replace(POLICY, ".findings"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    @Test
    void everyRuleHasAPolicyThatItFindsAndOneThatItJustDoesNot() throws IOException {
        for (FindingId id : FindingIds.of(TrustFindings.class)) {
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

    private static List<Finding> lint(Path file) {
        return TrustLinter.lint(read(file));
    }

    private static LocatedPolicy read(Path file) {
        return SourceFiles.read(file)
                .then(text -> PolicyReader.read(file.getFileName().toString(), text, PolicyType.TRUST_POLICY))
                .orThrow();
    }

    private static String line(Finding finding) {
        SourceSpan span = finding.span().orElseThrow();
        return span.line() + ":" + span.column() + " " + finding.severity().word() + " "
                + finding.id().name() + " " + finding.message() + "; "
                + finding.help().orElseThrow() + "\n";
    }
}
