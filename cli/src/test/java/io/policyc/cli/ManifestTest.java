package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest tells of each statement where it comes from, packed or not, and what is attached where. */
final class ManifestTest {
    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @Test
    void aStatementThatStandsForTwoNamesBoth() throws IOException {
        JsonNode document = build("build-packed").get("documents").get(0);
        assertThat(texts(document.get("passes"), "pass")).endsWith("merged-statements");
        assertThat(document.get("droppedSids").toString()).isEqualTo("[\"DenyDetectors\"]");
        JsonNode statement = document.get("statements").get(0);
        assertThat(statement.get("sid").asText()).isEqualTo("DenyTrails");
        assertThat(texts(statement.get("origins"), "sid")).containsExactly("DenyTrails", "DenyDetectors");
        assertThat(texts(statement.get("origins"), "policy")).containsOnly("Equal");
        for (JsonNode origin : statement.get("origins")) {
            assertThat(line(origin)).contains("- sid: " + origin.get("sid").asText());
            assertThat(line(origin, origin.get("conditions").get(0))).contains("when: { principal: role }");
            assertThat(line(origin, origin.get("conditions").get(1))).contains("role/exempt/");
            assertThat(origin.get("conditions")).hasSameSizeAs(statement.get("conditions"));
        }
    }

    @Test
    void eachDocumentHasItsSizesAndItsHash() throws IOException {
        for (String name : List.of("build-several-documents", "build-packed-node")) {
            for (JsonNode document : build(name).get("documents")) {
                byte[] bytes = Files.readAllBytes(folder.resolve("dist")
                        .resolve(document.get("minifiedFile").asText()));
                assertThat(document.get("bytes").asInt()).isEqualTo(bytes.length);
                assertThat(document.get("characters").asInt())
                        .isEqualTo(new String(bytes, StandardCharsets.UTF_8).length());
                assertThat(document.get("sha256").asText())
                        .isEqualTo(Hashing.sha256().hashBytes(bytes).toString());
            }
        }
    }

    @Test
    void whatIsAttachedWhere() throws IOException {
        JsonNode manifest = build("build-packed-node");
        assertThat(manifest.get("attachments").toString())
                .isEqualTo("[{\"target\":\"Root\",\"kind\":\"root\",\"id\":\"r-exam\","
                        + "\"policies\":[\"FullAWSAccess\",\"DenyTrails\"]},"
                        + "{\"target\":\"Root/Work loads\",\"kind\":\"unit\",\"id\":\"ou-exam-12345678\","
                        + "\"policies\":[\"FullAWSAccess\",\"policies/regions.json\",\"packed-Work-loads\"]},"
                        + "{\"target\":\"Root/Work loads/payments\",\"kind\":\"account\",\"id\":\"111122223333\","
                        + "\"policies\":[\"FullAWSAccess\",\"DenyKeys\"]}]");
        JsonNode packed = manifest.get("documents").get(6);
        assertThat(packed.get("node").asText()).isEqualTo("Work loads");
        assertThat(packed.get("standsFor")).hasSize(6);
        for (JsonNode statement : packed.get("statements")) {
            JsonNode origin = statement.get("origins").get(0);
            assertThat(line(origin)).contains("- sid: Deny");
            assertThat(origin.get("source").asText())
                    .isEqualTo("intents/"
                            + origin.get("policy")
                                    .asText()
                                    .substring("Deny".length())
                                    .toLowerCase(Locale.ROOT)
                            + ".policy.yaml");
        }
    }

    private JsonNode build(String name) throws IOException {
        folder = temporary.resolve(name);
        Folders.copy(Path.of("src/test/resources/cli").resolve(name).resolve("files"), folder);
        assertThat(CommandRun.of(folder, "build").exit()).isZero();
        return new JsonMapper().readTree(Files.readString(folder.resolve("dist/manifest.json")));
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.get(field).asText())
                .toList();
    }

    private String line(JsonNode origin) throws IOException {
        return line(origin, origin);
    }

    /** The line of a place in the file of an origin. */
    private String line(JsonNode origin, JsonNode place) throws IOException {
        String text = Files.readString(folder.resolve(origin.get("source").asText()));
        return Splitter.on('\n').splitToList(text).get(place.get("line").asInt() - 1);
    }
}
