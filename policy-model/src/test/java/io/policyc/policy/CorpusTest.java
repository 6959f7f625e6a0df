package io.policyc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.policyc.finding.Checked;
import io.policyc.node.SourceFiles;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Published SCPs, which are not part of this repository: the folder {@code scp} with its {@code manifest.tsv} under
 * {@code -Dpolicyc.corpus=DIR}, or under {@code ../shared/corpus} beside the root of the repository.
 */
final class CorpusTest {
    private static final CharMatcher SHAPE = CharMatcher.anyOf("[]\"");

    @Test
    void everyPublishedPolicyIsReadAndWrittenBackEqual() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Map<String, String> row : manifest("ok")) {
            Checked<LocatedPolicy> read = read(row);
            all.assertThat(read.value())
                    .as("%s %s", row.get("file"), read.errors())
                    .isPresent();
            read.value().map(LocatedPolicy::document).ifPresent(document -> {
                for (String text : List.of(PolicyWriter.minified(document), PolicyWriter.pretty(document))) {
                    Checked<LocatedPolicy> again = PolicyReader.read(
                            "again", SourceText.of("again.json", text), PolicyType.SERVICE_CONTROL_POLICY);
                    all.assertThat(again.value().map(LocatedPolicy::document))
                            .as(row.get("file"))
                            .contains(document);
                }
            });
        }
        all.assertAll();
    }

    @Test
    void aCommentInAPublishedPolicyIsReported() throws IOException {
        for (Map<String, String> row : manifest("invalid:comments")) {
            assertThat(read(row).findings())
                    .extracting(finding -> finding.id().name())
                    .contains("source.comment");
        }
    }

    /** What the writer may change is the shape: a value or a list of one, a number or its text. */
    @Test
    void writingChangesTheSizeOfAPublishedPolicyByBracketsAndQuotesOnly() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Map<String, String> row : manifest("ok")) {
            String published =
                    WhiteSpace.outsideStringsRemoved(text(row).orThrow().text());
            all.assertThat(PolicySize.of(published).characters())
                    .as(row.get("file"))
                    .isEqualTo(Integer.parseInt(row.get("chars_minified")));
            read(row).value().map(LocatedPolicy::document).ifPresent(document -> {
                String written = PolicyWriter.minified(document);
                all.assertThat(SHAPE.removeFrom(written).length())
                        .as(row.get("file"))
                        .isEqualTo(SHAPE.removeFrom(published).length());
            });
        }
        all.assertAll();
    }

    private static Checked<SourceText> text(Map<String, String> row) {
        return SourceFiles.read(folder().orElseThrow().resolve(row.get("file")));
    }

    private static Checked<LocatedPolicy> read(Map<String, String> row) {
        return text(row).then(text -> PolicyReader.read(row.get("file"), text, PolicyType.SERVICE_CONTROL_POLICY));
    }

    /** The rows of the manifest with a status, each by the names of its columns; skips the test without a corpus. */
    private static List<Map<String, String>> manifest(String status) throws IOException {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(
                folder.isPresent(), "no corpus: give -Dpolicyc.corpus=DIR, the folder that holds scp/manifest.tsv");
        List<String> lines = Files.readAllLines(folder.orElseThrow().resolve("manifest.tsv"));
        List<String> names = Splitter.on('\t').splitToList(lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    List<String> cells = Splitter.on('\t').splitToList(line);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        row.put(names.get(i), i < cells.size() ? cells.get(i) : "");
                    }
                    return row;
                })
                .filter(row -> status.equals(row.get("status")))
                .toList();
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
