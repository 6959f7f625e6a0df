package io.policyc.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.policyc.expectation.ExpectationCase;
import io.policyc.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What JUnit reports of {@link PoliciesTest}: a test for each case, with its line in the test file. */
class EachCaseIsATestTest {
    private static final String METHOD = "everyRequestOfTheTestFilesIsDecidedAsExpected";

    private record Reported(String name, File file, int line) {}

    @Test
    void withTheLineOfTheYamlFileAsItsSource() throws IOException {
        List<Reported> reported = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(PoliciesTest.class, METHOD))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    FileSource source =
                                            (FileSource) test.getSource().orElseThrow();
                                    int line = source.getPosition()
                                            .map(FilePosition::getLine)
                                            .orElseThrow();
                                    reported.add(new Reported(test.getDisplayName(), source.getFile(), line));
                                }
                            }
                        });

        List<Reported> written = new ArrayList<>();
        for (ExpectationCase test : cases()) {
            File file = Path.of(test.place().source().name()).toFile().getCanonicalFile();
            written.add(new Reported(test.name(), file, test.place().line()));
        }
        assertThat(reported).isNotEmpty().containsExactlyElementsOf(written);
    }

    private static List<ExpectationCase> cases() {
        return Workspace.open(Path.of("../access-keys")).orThrow().tests().orThrow().stream()
                .flatMap(file -> file.cases().stream())
                .toList();
    }
}
