package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.policyc.expectation.Expected;
import io.policyc.guardrail.Guardrail;
import io.policyc.guardrail.Guardrails;
import io.policyc.guardrail.Parameter;
import io.policyc.intent.IntentReader;
import io.policyc.intent.Partition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.PolicyLimits;
import io.policyc.vocabulary.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The JSON Schemas say what the readers say: of the files of this repository, of bad ones, and of each key. */
final class SchemaTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^---\n");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String META = "https://json-schema.org/draft/2020-12/schema";

    /** Where a file of a kind lies in a repository. */
    private static final ImmutableMap<String, String> PLACES = ImmutableMap.of(
            "intent", "intents/deny-long-lived-credentials.policy.yaml",
            "role", "roles/shop-deploy.role.yaml",
            "test", "tests/deny-long-lived-credentials.test.yaml",
            "organization", "organization.yaml",
            "workspace", "policyc.yaml",
            "known-disagreements", "known-disagreements.yaml");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> eachIsASchemaWhoseExamplesAreValid() {
        return Stream.concat(SchemaCommand.KINDS.stream(), SchemaCommand.OF_PLANS.stream())
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    JsonNode schema = tree(kind);
                    Schema meta = REGISTRY.getSchema(SchemaLocation.of(META));
                    assertThat(meta.validate(schema)).isEmpty();
                    int examples = checkExamples(schema, schema);
                    assertThat(examples).isPositive();
                }));
    }

    /** Each example below a node is valid for the schema that it stands in. */
    private static int checkExamples(JsonNode node, JsonNode root) {
        int count = 0;
        if (node.path("examples").isArray()) {
            ObjectNode own = ((ObjectNode) node).deepCopy().put("$schema", META);
            own.set("$defs", root.path("$defs").deepCopy());
            Schema schema = REGISTRY.getSchema(own);
            for (JsonNode example : node.get("examples")) {
                assertThat(schema.validate(example)).as(example.toString()).isEmpty();
                count++;
            }
        }
        for (JsonNode child : node) {
            count += checkExamples(child, root);
        }
        return count;
    }

    /** What an editor shows beside a key that it completes. */
    @TestFactory
    Stream<DynamicTest> eachKeyIsDescribed() {
        return Stream.concat(SchemaCommand.KINDS.stream(), SchemaCommand.OF_PLANS.stream())
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    JsonNode schema = tree(kind);
                    assertThat(schema.path("examples")).isNotEmpty();
                    assertThat(isDescribed(schema, schema)).isTrue();
                    List<String> undescribed = new ArrayList<>();
                    collectUndescribed(schema, "", schema, undescribed);
                    assertThat(undescribed).isEmpty();
                }));
    }

    private static void collectUndescribed(JsonNode node, String path, JsonNode root, List<String> undescribed) {
        for (String key : names(node.path("properties"))) {
            if (!isDescribed(node.path("properties").get(key), root)) {
                undescribed.add(path + "/properties/" + key);
            }
        }
        names(node).stream()
                .filter(name -> !name.equals("if"))
                .forEach(name -> collectUndescribed(node.get(name), path + "/" + name, root, undescribed));
        if (node.isArray()) {
            node.forEach(element -> collectUndescribed(element, path + "/*", root, undescribed));
        }
    }

    /** By itself, or by what it refers to. */
    private static boolean isDescribed(JsonNode schema, JsonNode root) {
        String reference = schema.path("$ref").asText();
        return !schema.path("description").asText().isBlank()
                || (!reference.isEmpty() && isDescribed(root.at(reference.substring(1)), root));
    }

    @TestFactory
    Stream<DynamicTest> filesOfThisRepositoryAreValid() throws IOException {
        List<Path> roots = new ArrayList<>(List.of(Folders.init()));
        try (Stream<Path> samples = Files.list(Folders.PROJECT.resolve("samples"))) {
            samples.filter(Files::isDirectory).sorted().forEach(roots::add);
        }
        return roots.stream()
                .flatMap(root -> Folders.texts(root).entrySet().stream()
                        .flatMap(file -> kind(file.getKey())
                                .map(kind -> DynamicTest.dynamicTest(
                                        root.getFileName() + "/" + file.getKey(),
                                        () -> assertThat(problems(kind, file.getValue()))
                                                .isEmpty()))));
    }

    private static Stream<String> kind(String name) {
        if (name.startsWith("target/") || name.startsWith(".github/")) {
            return Stream.empty();
        }
        return Stream.of(
                        name.endsWith(".policy.yaml") ? "intent" : "",
                        name.endsWith(".role.yaml") ? "role" : "",
                        name.endsWith(".test.yaml") ? "test" : "",
                        name.endsWith("organization.yaml") ? "organization" : "",
                        name.endsWith("policyc.yaml") ? "workspace" : "",
                        name.endsWith("known-disagreements.yaml") ? "known-disagreements" : "")
                .filter(kind -> !kind.isEmpty());
    }

    /** Files that are refused by the reader are refused by the schema, and the other way round. */
    @TestFactory
    Stream<DynamicTest> schemaAndReaderAgree() throws IOException {
        ImmutableList.Builder<DynamicTest> tests = ImmutableList.builder();
        for (String kind : SchemaCommand.KINDS) {
            for (String verdict : List.of("good", "bad")) {
                Path table = Path.of("src/test/resources/schema", kind + "." + verdict + ".yaml");
                for (String text : Splitter.on(DOCUMENT_END).split(Files.readString(table))) {
                    tests.add(DynamicTest.dynamicTest(
                            verdict + " " + kind + " " + text.strip(), () -> agree(kind, text, verdict)));
                }
            }
        }
        return tests.build().stream();
    }

    private void agree(String kind, String text, String verdict) throws IOException {
        Path repository = Files.createTempDirectory(folder, "repository");
        Folders.copy(Folders.init(), repository);
        if (kind.equals("intent")) {
            Files.delete(repository.resolve(PLACES.get("test")));
            Files.delete(repository.resolve(PLACES.get("organization")));
        }
        Path file = repository.resolve(PLACES.get(kind));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        CommandRun read = CommandRun.of(repository, "check");
        List<Error> problems = problems(kind, text);
        assertThat(problems.isEmpty() ? "good" : "bad")
                .as("schema: " + problems)
                .isEqualTo(verdict);
        assertThat(read.exit() == 0 ? "good" : "bad").as("reader: " + read).isEqualTo(verdict);
    }

    /** What a plan reads and keeps in the golden case. */
    @Test
    void filesOfPlansAreValid() throws IOException {
        Path plans = Path.of("src/test/resources/cli/plan/files");
        assertThat(problems("replay", Files.readString(plans.resolve("2-replay.json"))))
                .isEmpty();
        Path repository = Files.createTempDirectory(folder, "plan");
        Folders.copy(plans, repository);
        String line = "policyc plan --credential-report 2-dual-run.csv --authorization-details 2-details.json"
                + " --as-of 2026-11-27";
        assertThat(CommandRun.line(repository, line, "").exit()).isZero();
        String state = Files.readString(repository.resolve("plan.state.json"));
        assertThat(state).contains("\"dualRun\":\"2026-11-26\"");
        assertThat(problems("plan-state", state)).isEmpty();
        assertThat(problems("plan-state", state.replace("\"seen\"", "\"saw\""))).isNotEmpty();
    }

    @Test
    void facetsAreThoseOfTheReader() {
        JsonNode definitions = tree("intent").path("$defs");
        assertThat(names(definitions.path("facets"))).containsExactlyElementsOf(IntentReader.facets());
        ImmutableList<String> conditions = ImmutableList.<String>builder()
                .addAll(IntentReader.facets())
                .add("group", "any", "all", "not")
                .build();
        assertThat(names(definitions.at("/condition/properties"))).containsExactlyElementsOf(conditions);
        assertThat(names(definitions.at("/exception/properties")))
                .containsExactlyElementsOf(ImmutableList.<String>builder()
                        .add("owner", "reason", "ticket", "expires")
                        .addAll(conditions)
                        .build());
    }

    @Test
    void operatorsAreThoseOfThePolicyLanguage() {
        String pattern =
                names(tree("intent").at("/$defs/operators/patternProperties")).get(0);
        for (String word : ConditionOperator.words()) {
            boolean qualifiedNull = word.endsWith(":Null");
            assertThat(word.matches(pattern)).as(word).isEqualTo(!qualifiedNull);
        }
        assertThat("StringEqual").doesNotMatch(pattern);
        assertThat("NullIfExists").doesNotMatch(pattern);
    }

    @Test
    void wordsAreThoseOfTheVocabulary() {
        assertThat(texts(tree("intent").at("/$defs/client/anyOf/0/enum"))).containsExactlyElementsOf(Client.names());
        assertThat(texts(tree("test").at("/$defs/request/properties/client/enum")))
                .containsExactlyElementsOf(Client.names());
        assertThat(texts(tree("test").at("/$defs/test/properties/expect/enum")))
                .containsExactlyElementsOf(Expected.words());
        assertThat(texts(tree("intent").at("/properties/guardrail/enum")))
                .containsExactlyElementsOf(Guardrails.names());
        assertThat(texts(tree("workspace").at("/properties/partition/enum")))
                .containsExactlyElementsOf(Partition.words());
        assertThat(texts(tree("workspace").at("/properties/limits/enum")))
                .containsExactlyElementsOf(PolicyLimits.PROFILES.stream()
                        .map(PolicyLimits::profile)
                        .toList());
    }

    @Test
    void parametersAreThoseOfTheGuardrails() {
        JsonNode parts = tree("intent").at("/allOf");
        assertThat(parts).hasSize(Guardrails.names().size());
        for (JsonNode part : parts) {
            Guardrail guardrail = Guardrails.named(
                            part.at("/if/properties/guardrail/const").asText())
                    .orElseThrow();
            JsonNode with = part.at("/then/properties/with");
            assertThat(names(with.path("properties")))
                    .containsExactlyElementsOf(guardrail.parameters().keySet());
            assertThat(texts(with.path("required")))
                    .containsExactlyElementsOf(
                            guardrail.required().stream().map(Parameter::name).toList());
        }
    }

    /** A reader lists the keys that it knows when it meets one that it does not. */
    @TestFactory
    Stream<DynamicTest> keysAreThoseOfTheReaders() {
        return Stream.of(
                keys("intent", "/properties", "{zzzzzzzzzzzz: 1}"),
                keys("intent", "/$defs/rule/properties", "{policy: A, rules: [{zzzzzzzzzzzz: 1}]}"),
                keys("role", "/properties", "{zzzzzzzzzzzz: 1}"),
                keys("role", "/properties/trust/properties", "{trust: {zzzzzzzzzzzz: 1}}"),
                keys("role", "/$defs/permission/properties", "{permissions: [{zzzzzzzzzzzz: 1}]}"),
                trust("github", "{trust: {github: {zzzzzzzzzzzz: 1}}}"),
                trust("github/properties/ids", "{trust: {github: {ids: {zzzzzzzzzzzz: 1}}}}"),
                trust("github/properties/claims", "{trust: {github: {claims: {zzzzzzzzzzzz: 1}}}}"),
                trust("gitlab", "{trust: {gitlab: {zzzzzzzzzzzz: 1}}}"),
                trust("bitbucket", "{trust: {bitbucket: {zzzzzzzzzzzz: 1}}}"),
                trust("hcp-terraform", "{trust: {hcp-terraform: {zzzzzzzzzzzz: 1}}}"),
                trust("circleci", "{trust: {circleci: {zzzzzzzzzzzz: 1}}}"),
                trust("buildkite", "{trust: {buildkite: {zzzzzzzzzzzz: 1}}}"),
                trust("eks", "{trust: {eks: {zzzzzzzzzzzz: 1}}}"),
                trust("oidc", "{trust: {oidc: {zzzzzzzzzzzz: 1}}}"),
                trust("ecs", "{trust: {ecs: {zzzzzzzzzzzz: 1}}}"),
                trust("eks-pod-identity", "{trust: {eks-pod-identity: {zzzzzzzzzzzz: 1}}}"),
                trust("service", "{trust: {service: {zzzzzzzzzzzz: 1}}}"),
                trust("cross-account", "{trust: {cross-account: {zzzzzzzzzzzz: 1}}}"),
                keys("test", "/properties", "{zzzzzzzzzzzz: 1}"),
                keys("test", "/$defs/test/properties", "{tests: [{zzzzzzzzzzzz: 1}]}"),
                keys(
                        "test",
                        "/$defs/request/properties",
                        "{policies: [], tests: [{name: a, expect: deny, request: {zzzzzzzzzzzz: 1}}]}"),
                keys("organization", "/properties", "{zzzzzzzzzzzz: 1}"),
                keys("organization", "/properties/organization/properties", "{organization: {zzzzzzzzzzzz: 1}}"),
                keys("organization", "/$defs/unit/properties", "{root: {zzzzzzzzzzzz: 1}}"),
                keys("organization", "/$defs/phase/properties", "{root: {}, phases: [{zzzzzzzzzzzz: 1}]}"),
                keys("workspace", "/properties", "{zzzzzzzzzzzz: 1}"),
                keys("known-disagreements", "/properties", "{zzzzzzzzzzzz: 1}"),
                keys("known-disagreements", "/$defs/disagreement/properties", "{disagreements: [{zzzzzzzzzzzz: 1}]}"));
    }

    private DynamicTest trust(String kind, String text) {
        return keys("role", "/properties/trust/properties/" + kind + "/properties", text);
    }

    private DynamicTest keys(String kind, String pointer, String text) {
        return DynamicTest.dynamicTest(kind + pointer, () -> {
            Path repository = Files.createTempDirectory(folder, "keys");
            Path file = repository.resolve(PLACES.get(kind));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            String printed = CommandRun.of(repository, "check").stderr();
            assertThat(printed).contains("`zzzzzzzzzzzz`").contains("known here: ");
            String after = printed.substring(printed.indexOf("`zzzzzzzzzzzz`"));
            String listed = after.substring(after.indexOf("known here: "))
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertThat(Splitter.on(", ").split(listed.substring("known here: ".length())))
                    .containsExactlyInAnyOrderElementsOf(names(tree(kind).at(pointer)));
        });
    }

    /** Both files define values and groups in the same way. */
    @Test
    void valuesAndGroupsAreTheSameInBothFiles() {
        JsonNode intent = tree("intent");
        JsonNode workspace = tree("workspace");
        for (String place : List.of(
                "/properties/values/patternProperties",
                "/properties/groups/patternProperties",
                "/$defs/plain",
                "/$defs/principal",
                "/$defs/use")) {
            assertThat(workspace.at(place)).as(place).isEqualTo(intent.at(place));
            assertThat(intent.at(place).isMissingNode()).as(place).isFalse();
        }
    }

    private static List<Error> problems(String kind, String yaml) {
        return REGISTRY.getSchema(tree(kind)).validate(yaml, InputFormat.YAML);
    }

    private static ImmutableList<String> names(JsonNode object) {
        return ImmutableList.copyOf(object.fieldNames());
    }

    private static ImmutableList<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(ImmutableList.toImmutableList());
    }

    private static JsonNode tree(String kind) {
        try {
            return JSON.readTree(ResourceFiles.text("schema/" + kind + ".schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
