package io.policyc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Checked;
import io.policyc.workspace.DistFolder;
import io.policyc.workspace.DistFolder.State;
import io.policyc.workspace.Distribution;
import io.policyc.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A directory a case: a repository, and in {@code dist/} all that a build writes for all tools. With
 * {@code -Dgolden.update=true} it is written instead of compared.
 */
class DistGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/cases/deploy");

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatABuildWrites(String name) throws IOException {
        Path repository = CASES.resolve(name);
        Workspace workspace = Workspace.open(repository).orThrow();
        Checked<ImmutableMap<String, String>> texts = Output.texts(workspace, List.of(Output.values()));
        Distribution distribution = Distribution.of(workspace, texts.orThrow());
        DistFolder dist = new DistFolder(repository.resolve("dist"));
        if (Boolean.getBoolean("golden.update")) {
            dist.write(distribution);
        }
        assertThat(dist.compare(distribution)).allSatisfy(file -> {
            assertThat(dist.differences(distribution, file)).as(file.name()).isEmpty();
            assertThat(file.state()).as(file.name()).isEqualTo(State.SAME);
        });
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> directories = Files.list(CASES)) {
            return directories
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
