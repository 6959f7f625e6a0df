package io.policyc.policy;

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
import org.junit.jupiter.api.Assumptions;

/**
 * Published SCPs, which are not part of this repository: the folder {@code scp} with its {@code manifest.tsv} under
 * {@code -Dpolicyc.corpus=DIR}, or under {@code ../shared/corpus} beside the root of the repository.
 */
public final class PublishedPolicies {
    private PublishedPolicies() {}

    /** The text of a row. */
    public static Checked<SourceText> text(Map<String, String> row) {
        return SourceFiles.read(folder().orElseThrow().resolve(row.get("file")));
    }

    /** The policy of a row. */
    public static Checked<LocatedPolicy> read(Map<String, String> row) {
        return text(row).then(text -> PolicyReader.read(row.get("file"), text, PolicyType.SERVICE_CONTROL_POLICY));
    }

    /** The rows of the manifest with a status. */
    public static List<Map<String, String>> rows(String status) throws IOException {
        return rows().stream().filter(row -> status.equals(row.get("status"))).toList();
    }

    /** The rows of the manifest, each by the names of its columns; skips the test without a corpus. */
    public static List<Map<String, String>> rows() throws IOException {
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
