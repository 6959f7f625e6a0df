package io.policyc.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.ClassPath;
import io.policyc.finding.FindingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/rules} has a page for every finding id that this module sees, each after one template, and no page for an id
 * that these modules no longer have.
 */
final class LintPagesTest {
    private static final Path PAGES = Path.of("../docs/rules");
    private static final int LONGEST_PAGE = 45;

    @Test
    void everyFindingHasAPage() throws IOException {
        assertThat(idNames()).contains("source.syntax", "policy.too-large", "request.missing-key", "lint.full-deny");
        assertThat(pageNames()).containsAll(idNames());
    }

    /** Ids of other modules start with other words. */
    @Test
    void everyPageIsOfAFinding() throws IOException {
        ImmutableSet<String> ids = idNames();
        ImmutableSet<String> groups = ids.stream().map(LintPagesTest::group).collect(ImmutableSet.toImmutableSet());
        assertThat(pageNames().stream().filter(page -> groups.contains(group(page))))
                .isSubsetOf(ids);
    }

    @Test
    void everyPageFollowsTheTemplate() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (String name : pageNames()) {
            List<String> lines = Files.readAllLines(PAGES.resolve(name + ".md"));
            all.assertThat(lines.get(0)).isEqualTo("# " + name);
            all.assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                    .as(name)
                    .containsExactly("## Example", "## Instead", "## Why");
            all.assertThat(lines).as(name).hasSizeLessThanOrEqualTo(LONGEST_PAGE);
        }
        all.assertAll();
    }

    private static ImmutableSet<String> idNames() throws IOException {
        return ClassPath.from(LintPagesTest.class.getClassLoader()).getTopLevelClassesRecursive("io.policyc").stream()
                .filter(found -> found.getSimpleName().endsWith("Findings"))
                .flatMap(found -> FindingIds.of(found.load()).stream())
                .map(FindingId::name)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableSet<String> pageNames() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .sorted()
                    .collect(ImmutableSet.toImmutableSet());
        }
    }

    private static String group(String id) {
        return id.substring(0, id.indexOf('.'));
    }
}
