package io.policyc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.node.SourceFiles;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file {@code cases/policy/name.json} gives exactly the lines of {@code name.findings}, read as an SCP. With
 * {@code -Dgolden.update=true} the lines are rewritten instead, to be reviewed as a diff.
 */
final class PolicyFindingsTest {
    private static final Path CASES = Path.of("src/test/resources/cases/policy");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aBadPolicyGivesTheseFindings(String name) throws IOException {
        Path file = CASES.resolve(name + ".json");
        Checked<LocatedPolicy> read = SourceFiles.read(file, name + ".json")
                .then(text -> PolicyReader.read(name, text, PolicyType.SERVICE_CONTROL_POLICY));
        StringBuilder lines = new StringBuilder();
        read.findings().forEach(finding -> lines.append(line(finding)).append('\n'));
        lines.append(read.value().isPresent() ? "read\n" : "not read\n");
        Path expected = CASES.resolve(name + ".findings");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, lines);
        }
        assertThat(lines.toString()).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
        assertThat(FindingPrinter.plain().print(read.findings())).doesNotContain("\u001b");
    }

    private static String line(Finding finding) {
        String place = finding.span()
                .map(span -> span.line() + ":" + span.column() + end(span))
                .orElse("-");
        Optional<String> help = finding.help().map(text -> " (" + text + ")");
        return "%s %s %s %s%s"
                .formatted(place, finding.severity().word(), finding.id().name(), finding.message(), help.orElse(""));
    }

    private static String end(SourceSpan span) {
        return "-" + (span.endLine() == span.line() ? "" : span.endLine() + ":") + span.endColumn();
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
