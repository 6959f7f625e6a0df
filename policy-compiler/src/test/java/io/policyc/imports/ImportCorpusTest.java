package io.policyc.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.node.SourceFiles;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Published SCPs, as in {@code CorpusTest} of policy-model: each that can be read becomes an intent that gives it back. */
final class ImportCorpusTest {
    @Test
    void everyPublishedPolicyComesBack() throws IOException {
        SoftAssertions all = new SoftAssertions();
        int readable = 0;
        for (Path file : files()) {
            Checked<LocatedPolicy> read = SourceFiles.read(file)
                    .then(text -> PolicyReader.read(
                            String.valueOf(file.getFileName()), text, PolicyType.SERVICE_CONTROL_POLICY));
            if (read.hasErrors()) {
                continue;
            }
            readable++;
            LocatedPolicy policy = read.orThrow();
            all.assertThat(RoundTrip.check(policy)).as(file.toString()).isTrue();
        }
        all.assertAll();
        assertThat(readable).isGreaterThan(50);
    }

    private static List<Path> files() throws IOException {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(folder.isPresent(), "no corpus: give -Dpolicyc.corpus=DIR, the folder that holds scp");
        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> folder() {
        String given = System.getProperty("policyc.corpus");
        Stream<Path> candidates = given != null
                ? Stream.of(Path.of(given))
                : Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .map(path -> path.resolve("shared/corpus"));
        return candidates
                .map(path -> path.resolve("scp"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
