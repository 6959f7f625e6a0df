package io.policyc.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.policyc.finding.Finding;
import io.policyc.node.SourceFiles;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Published SCPs, which are not part of this repository: the folder {@code scp} with its {@code manifest.tsv} under
 * {@code -Dpolicyc.corpus=DIR}, or under {@code ../shared/corpus} beside the root of the repository.
 */
final class LintCorpusTest {

    @Test
    void everyPublishedPolicyCanBeLookedOver() throws IOException {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(
                folder.isPresent(), "no corpus: give -Dpolicyc.corpus=DIR, the folder that holds scp/manifest.tsv");
        List<String> lines = Files.readAllLines(folder.orElseThrow().resolve("manifest.tsv"));
        int file = Splitter.on('\t').splitToList(lines.get(0)).indexOf("file");
        List<Finding> all = new ArrayList<>();
        int policies = 0;
        for (String line : lines.subList(1, lines.size())) {
            Optional<LocatedPolicy> policy = read(folder.orElseThrow()
                    .resolve(Splitter.on('\t').splitToList(line).get(file)));
            policies += policy.isPresent() ? 1 : 0;
            policy.map(Linter::lint).ifPresent(all::addAll);
        }
        assertThat(policies).isPositive();
        assertThat(all)
                .allMatch(
                        finding -> finding.span().isPresent() && finding.help().isPresent());
    }

    private static Optional<LocatedPolicy> read(Path file) {
        return SourceFiles.read(file)
                .then(text -> PolicyReader.read(file.toString(), text, PolicyType.SERVICE_CONTROL_POLICY))
                .value();
    }

    private static Optional<Path> folder() {
        String given = System.getProperty("policyc.corpus");
        Stream<Path> candidates = given != null
                ? Stream.of(Path.of(given))
                : Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .map(path -> path.resolve("shared/corpus"));
        return candidates
                .map(path -> path.resolve("scp"))
                .filter(path -> Files.exists(path.resolve("manifest.tsv")))
                .findFirst();
    }
}
