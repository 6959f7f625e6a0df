package io.policyc.lint;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Policies in a folder for each rule, each beside the findings that it gets, one line a finding. With
 * {@code -Dgolden.update=true} the lines are rewritten instead, to be reviewed as a diff.
 *
 * @param ending of the names of the policies' files
 */
public record PolicyCases(
        Path folder, String ending, PolicyType type, Function<LocatedPolicy, ? extends List<Finding>> linter) {

    /** The files of the policies. */
    public Stream<Path> policies() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(this::isPolicy).sorted().toList().stream();
        }
    }

    /** Compares what a policy gets with the file beside it. */
    public void check(Path policy) throws IOException {
        String found = lint(policy).stream().map(PolicyCases::line).collect(Collectors.joining());
        Path expected = Path.of(policy.toString().replace(ending, ".findings"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    /** Each id has a policy that it is found in, and one in which it just is not. */
    public void checkNearMisses(Class<?> findings) throws IOException {
        for (FindingId id : FindingIds.of(findings)) {
            Path cases = folder.resolve(id.name().substring(id.name().indexOf('.') + 1));
            try (Stream<Path> files = Files.list(cases)) {
                List<Boolean> fires = files.filter(this::isPolicy)
                        .map(file -> lint(file).stream()
                                .anyMatch(finding -> finding.id().equals(id)))
                        .toList();
                assertThat(fires).as(id.name()).contains(true, false);
            }
        }
    }

    private boolean isPolicy(Path file) {
        return file.toString().endsWith(ending);
    }

    private List<Finding> lint(Path file) {
        return linter.apply(read(file));
    }

    LocatedPolicy read(Path file) {
        return SourceFiles.read(file)
                .then(text -> PolicyReader.read(file.getFileName().toString(), text, type))
                .orThrow();
    }

    private static String line(Finding finding) {
        SourceSpan span = finding.span().orElseThrow();
        return span.line() + ":" + span.column() + " " + finding.severity().word() + " "
                + finding.id().name() + " " + finding.message()
                + finding.help().map(help -> "; " + help).orElse("") + "\n";
    }
}
