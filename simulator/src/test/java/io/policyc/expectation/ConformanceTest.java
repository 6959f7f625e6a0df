package io.policyc.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.node.SourceFiles;
import io.policyc.organization.StubPolicies;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.ExplanationPrinter;
import io.policyc.simulator.Reliance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of AWS as cases, one file a topic; {@code policyc test FILE} runs them as well. */
class ConformanceTest {
    private static final Path FOLDER = Path.of("src/test/resources/conformance");
    private static final int LEAST = 400;
    private static final ImmutableSet<DoubtfulRule> ALL = ImmutableSet.copyOf(Arrays.asList(DoubtfulRule.values()));

    @TestFactory
    Stream<DynamicContainer> cases() {
        return files().map(file -> DynamicContainer.dynamicContainer(
                file.name(),
                ExpectationRunner.create().run(ImmutableList.of(file)).results().stream()
                        .map(result -> DynamicTest.dynamicTest(result.test().name(), () -> check(result)))));
    }

    private static void check(CaseResult result) {
        ExpectationCase test = result.test();
        String failure = result.fold(
                passed -> "",
                failed -> failed.message() + "\n" + ExplanationPrinter.text(failed.explanation()),
                skipped -> "skipped: " + skipped.reason());
        assertThat(failure).as("%s", test.place()).isEmpty();
        assertThat(test.source().orElse("no source"))
                .as("%s", test.place())
                .matches("(?s)https://docs\\.aws\\.amazon\\.com/\\S+.*|observed at AWS, .+");
        ImmutableSet<DoubtfulRule> restsOn = new Reliance(test.policies()::simulator, ALL).of(test.request());
        assertThat(restsOn)
                .as("%s: the doubtful rules that the verdict rests on are marked", test.place())
                .isEqualTo(test.doubtful().map(ImmutableSet::of).orElse(ImmutableSet.of()));
    }

    @Test
    void thereAreManyCasesAndEveryDoubtfulRuleHasOne() {
        List<ExpectationCase> all =
                files().flatMap(file -> file.cases().stream()).toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(all.stream()
                        .map(ExpectationCase::doubtful)
                        .flatMap(Optional::stream)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    private static Stream<TestFile> files() {
        ExpectationContext nothingAround = new ExpectationContext(StubPolicies.of(), Optional.empty());
        try (Stream<Path> files = Files.list(FOLDER)) {
            return ImmutableList.sortedCopyOf(files.toList()).stream()
                    .map(file -> SourceFiles.read(file, file.getFileName().toString())
                            .then(source -> TestFileReader.read(source, nothingAround))
                            .orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
