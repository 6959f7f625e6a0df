package io.policyc.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.evidence.Evidence;
import io.policyc.finding.Checked;
import io.policyc.node.ArrayNode;
import io.policyc.node.JsonText;
import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.request.Accounts;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Published events, which are not part of this repository: files of CloudTrail in the folder {@code cloudtrail} under {@code
 * -Dpolicyc.corpus=DIR}, or under {@code ../shared/corpus} beside the root of the repository.
 */
final class CloudTrailCorpusTest {
    @Test
    void everyCallIsARequest() throws IOException {
        int calls = 0;
        for (Path file : files()) {
            for (Node node : events(file)) {
                ObjectNode event = (ObjectNode) node;
                if (text(event, "eventType").equals("AwsApiCall")) {
                    assertIsRequest(event, file);
                    calls++;
                }
            }
        }
        assertThat(calls).isPositive();
    }

    private static void assertIsRequest(ObjectNode event, Path file) {
        SourceText text = SourceText.of(file + " " + text(event, "eventID"), json(event));
        Evidence evidence = CloudTrailReader.read(text).orThrow();
        assertThat(evidence.missing(Events.object("{}"))).as(text.name()).isEmpty();
        Checked<ImmutableList<RequestVariant>> requests =
                evidence.requests(RequestReader.of(Accounts.WITHOUT_ORGANIZATION));
        assertThat(requests.orThrow()).as(text.name()).hasSize(1);
        assertThat(requests.findings()).as(text.name()).isEmpty();
        assertThat(evidence.answer()).as(text.name()).isPresent();
    }

    private static ImmutableList<Node> events(Path file) {
        Optional<Node> records = ((ObjectNode) Nodes.read(file).orThrow()).get("Records");
        return records.isPresent() && records.get() instanceof ArrayNode list ? list.elements() : ImmutableList.of();
    }

    private static String text(ObjectNode event, String key) {
        return event.get(key)
                .map(node -> node instanceof ScalarNode scalar ? scalar.text() : "")
                .orElse("");
    }

    private static String json(Node node) {
        JsonText out = JsonText.minified();
        write(out, node);
        return out.toString();
    }

    private static void write(JsonText out, Node node) {
        if (node instanceof ObjectNode object) {
            out.object(() -> object.members().forEach(member -> write(out.name(member.key()), member.value())));
        } else if (node instanceof ArrayNode array) {
            out.array(() -> array.elements().forEach(element -> write(out, element)));
        } else if (node instanceof ScalarNode scalar && !scalar.isNull()) {
            out.value(scalar.text());
        } else {
            out.nothing();
        }
    }

    private static List<Path> files() throws IOException {
        String given = System.getProperty("policyc.corpus");
        Stream<Path> candidates = given != null
                ? Stream.of(Path.of(given))
                : Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .map(path -> path.resolve("shared/corpus"));
        Optional<Path> folder = candidates
                .map(path -> path.resolve("cloudtrail"))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(
                folder.isPresent(), "no corpus: give -Dpolicyc.corpus=DIR, the folder that holds cloudtrail/");
        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
