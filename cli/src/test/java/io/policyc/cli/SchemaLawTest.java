package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.policyc.expectation.ExpectationContext;
import io.policyc.expectation.TestFileReader;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.intent.IntentReader;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationReader;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import io.policyc.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a reader accepts its schema accepts, and each error of shape of a reader is an error of its schema: of trees that are
 * nearly right.
 */
final class SchemaLawTest {
    /** The errors of shape: which keys there are, what type their values have, how a word is spelled. */
    private static final Pattern OF_SHAPE = Pattern.compile(
            "(intent|organization|test|request|workspace)\\.(wrong-type|unknown-key|unknown-facet"
                    + "|empty-list|exempts-everybody|unknown-operator|invalid-action|invalid-name|invalid-sid"
                    + "|invalid-id|invalid-account-id|no-tests|empty-matrix|unknown-expectation|not-yet)"
                    + "|(intent|organization|test|workspace)\\.missing-key|intent\\.conflicting-keys|test\\.conflicting-policies");

    /** Errors that a schema cannot know, or knows in part: what values mean, and what they refer to. */
    private static final Pattern OF_MEANING = Pattern.compile("source\\..*|policy\\..*|lint\\..*|evidence\\..*"
            + "|(intent|organization|test|request|workspace)\\.(?!wrong-type|unknown-key).*");

    private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^---\n");
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private static final ImmutableMap<String, Schema> SCHEMAS =
            SchemaCommand.KINDS.stream().collect(ImmutableMap.toImmutableMap(kind -> kind, SchemaLawTest::schema));

    private static final Organization ORGANIZATION = OrganizationReader.read(
                    SourceText.of("organization.yaml", """
                            root:
                              accounts:
                                sandbox: "111122223333"
                                payments-prod: "222233334444"
                                playground: "333344445555"
                                log-archive: "444455556666"
                                management: "000000000001"
                            """), new NoPolicies(), PolicyLimits.AWS)
            .orThrow();

    /** Every name is that of an SCP, every path that of a document, so that only the shape of a reference matters. */
    private static final class AnyName implements PolicyResolver {
        @Override
        public Optional<Checked<ImmutableList<LocatedPolicy>>> resolve(String reference, PolicyType type) {
            boolean named = type == PolicyType.SERVICE_CONTROL_POLICY && !reference.isEmpty();
            return !named && !reference.endsWith(".json")
                    ? Optional.empty()
                    : Optional.of(Checked.of(ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS)));
        }

        @Override
        public ImmutableCollection<String> names() {
            return ImmutableList.of();
        }
    }

    @Property(tries = 4_000)
    void intents(@ForAll("intent") JsonNode tree) {
        hold("intent", tree, IntentReader.read(text(tree)).findings());
    }

    @Provide
    Arbitrary<JsonNode> intent() {
        List<JsonNode> seeds = seeds("intent");
        Path cases = Folders.PROJECT.resolve("policy-compiler/src/test/resources/cases/compile");
        seeds.addAll(files(cases, "intent.yaml"));
        return new JsonMutations(seeds).trees();
    }

    @Property(tries = 2_000)
    void tests(@ForAll("test") JsonNode tree) {
        ExpectationContext context = new ExpectationContext(new AnyName(), Optional.of(ORGANIZATION));
        hold("test", tree, TestFileReader.read(text(tree), context).findings());
    }

    @Provide
    Arbitrary<JsonNode> test() {
        List<JsonNode> seeds = seeds("test");
        seeds.addAll(files(Folders.PROJECT.resolve("samples"), ".test.yaml"));
        return new JsonMutations(seeds).trees();
    }

    @Property(tries = 2_000)
    void organizations(@ForAll("organization") JsonNode tree) {
        hold(
                "organization",
                tree,
                OrganizationReader.read(text(tree), new AnyName(), PolicyLimits.AWS)
                        .findings());
    }

    @Provide
    Arbitrary<JsonNode> organization() {
        List<JsonNode> seeds = seeds("organization");
        seeds.addAll(files(Folders.PROJECT.resolve("samples"), "organization.yaml"));
        return new JsonMutations(seeds).trees();
    }

    @Property(tries = 300)
    void workspaces(@ForAll("workspace") JsonNode tree) throws IOException {
        Path folder = Files.createTempDirectory("policyc");
        Path file = Files.writeString(folder.resolve("policyc.yaml"), text(tree).text());
        try {
            hold("workspace", tree, Workspace.open(folder).findings());
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    @Provide
    Arbitrary<JsonNode> workspace() {
        return new JsonMutations(seeds("workspace")).trees();
    }

    private static void hold(String kind, JsonNode tree, List<Finding> findings) {
        List<String> errors = findings.stream()
                .filter(Finding::isError)
                .map(finding -> finding.id().name())
                .toList();
        List<Error> problems = SCHEMAS.get(kind).validate(tree);
        String said = tree + "\nreader: "
                + findings.stream()
                        .map(finding -> finding.id().name() + " " + finding.message())
                        .toList();
        boolean ofShape = errors.stream().anyMatch(id -> OF_SHAPE.matcher(id).matches());
        // What ((name)) stands for is put in before the reader looks at it; a schema sees the name only.
        boolean named = tree.toString().contains("((");
        if (ofShape && !named) {
            assertThat(problems).as(said).isNotEmpty();
        } else if (!ofShape
                && !isReadPartly(tree)
                && errors.stream().noneMatch(id -> OF_MEANING.matcher(id).matches())) {
            assertThat(problems).as(said).isEmpty();
        }
    }

    /** A default that each test goes over is not looked at. */
    private static boolean isReadPartly(JsonNode tree) {
        return tree.has("defaults");
    }

    private static SourceText text(JsonNode tree) {
        return SourceText.of("generated.yaml", tree.toString());
    }

    /** What the table of good files and the examples of the schema have. */
    private static List<JsonNode> seeds(String kind) {
        List<JsonNode> seeds = new ArrayList<>();
        JsonNode schema = tree(kind);
        schema.path("examples").forEach(seeds::add);
        Path table = Path.of("src/test/resources/schema", kind + ".good.yaml");
        Splitter.on(DOCUMENT_END).split(read(table)).forEach(text -> seeds.add(yaml(text)));
        return seeds;
    }

    private static List<JsonNode> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .map(file -> yaml(read(file)))
                    .filter(JsonNode::isObject)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            return JSON.nullNode();
        }
    }

    private static Schema schema(String kind) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree(kind));
    }

    private static JsonNode tree(String kind) {
        try {
            return JSON.readTree(ResourceFiles.text("schema/" + kind + ".schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
