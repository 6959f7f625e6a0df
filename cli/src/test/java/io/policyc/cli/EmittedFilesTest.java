package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.Multimap;
import com.google.common.collect.TreeMultimap;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.policyc.organization.PolicyTarget;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import io.policyc.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --emit} writes, read back: the policies are those that were compiled, attached where the organization says. */
final class EmittedFilesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void build() {
        Folders.copy(Path.of("src/test/resources/cli/build-emit/files"), folder);
        assertThat(CommandRun.of(folder, "build", "--emit", "cloudformation,terraform")
                        .exit())
                .isZero();
        workspace = Workspace.open(folder).orThrow();
    }

    @Test
    void cloudFormationHasThePoliciesAndTheirTargets() throws IOException {
        JsonNode template = read("cloudformation.json");
        assertThat(schema("cloudformation").validate(template)).isEmpty();
        Map<String, PolicyDocument> documents = new TreeMap<>();
        Multimap<String, String> targets = TreeMultimap.create();
        for (JsonNode resource : template.get("Resources")) {
            JsonNode policy = resource.get("Properties");
            String name = policy.get("Name").textValue();
            documents.put(name, document(policy.get("Content").textValue()));
            policy.path("TargetIds").forEach(target -> targets.put(name, target.textValue()));
        }
        assertThat(documents).isEqualTo(expectedDocuments());
        assertThat(targets).isEqualTo(expectedTargets());
        assertThat(template.at("/Resources/DenyLeave/Properties/Description").textValue())
                .isEqualTo("Nobody leaves, at 100%{ or $${ less");
    }

    @Test
    void theContentIsTheTextThatWasMeasured() throws IOException {
        String minified = Files.readString(folder.resolve("dist/OwnTags.min.json"));
        assertThat(read("cloudformation.json")
                        .at("/Resources/OwnTags/Properties/Content")
                        .textValue())
                .isEqualTo(minified);
        assertThat(literal(read("policyc.tf.json")
                        .at("/resource/aws_organizations_policy/OwnTags/content")
                        .textValue()))
                .isEqualTo(minified);
    }

    @Test
    void terraformHasThePoliciesAndTheirAttachments() throws IOException {
        JsonNode configuration = read("policyc.tf.json");
        assertThat(schema("terraform").validate(configuration)).isEmpty();
        Map<String, PolicyDocument> documents = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        configuration.at("/resource/aws_organizations_policy").properties().forEach(policy -> {
            String name = literal(policy.getValue().get("name").textValue());
            names.put("${aws_organizations_policy." + policy.getKey() + ".id}", name);
            documents.put(
                    name, document(literal(policy.getValue().get("content").textValue())));
        });
        Multimap<String, String> targets = TreeMultimap.create();
        configuration
                .at("/resource/aws_organizations_policy_attachment")
                .forEach(attachment -> targets.put(
                        String.valueOf(names.get(attachment.get("policy_id").textValue())),
                        attachment.get("target_id").textValue()));
        assertThat(documents).isEqualTo(expectedDocuments());
        assertThat(targets).isEqualTo(expectedTargets());
        assertThat(literal(configuration
                        .at("/resource/aws_organizations_policy/Deny-Leave/description")
                        .textValue()))
                .isEqualTo("Nobody leaves, at 100%{ or $${ less");
    }

    /** Documents that stand for several policies on a node are attached there instead of them. */
    @Test
    void packedDocumentsAreAttached() throws IOException {
        Folders.copy(Path.of("src/test/resources/cli/build-emit-packed/files"), folder.resolve("packed"));
        Path packed = folder.resolve("packed");
        assertThat(CommandRun.of(packed, "build", "--emit", "cloudformation").exit())
                .isZero();
        JsonNode resources = JSON.readTree(
                        packed.resolve("dist/cloudformation.json").toFile())
                .get("Resources");
        for (JsonNode resource : resources) {
            JsonNode policy = resource.get("Properties");
            String name = policy.get("Name").textValue();
            assertThat(policy.has("TargetIds")).as(name).isEqualTo(name.startsWith("packed-Root"));
            assertThat(policy.get("Content").textValue())
                    .isEqualTo(Files.readString(packed.resolve("dist/" + name + ".min.json")));
        }
        assertThat(resources).hasSizeGreaterThan(5);
    }

    private static String literal(String template) {
        return DeployedTextTest.literal(template);
    }

    private Map<String, PolicyDocument> expectedDocuments() {
        Map<String, PolicyDocument> expected = new TreeMap<>();
        workspace
                .documents()
                .forEach(compiled ->
                        expected.put(compiled.name(), compiled.policy().document()));
        workspace.handWritten().stream()
                .filter(policy -> !policy.name().contains("not-attached"))
                .forEach(policy -> expected.put(name(policy), policy.document()));
        assertThat(expected).hasSize(5);
        return expected;
    }

    private Multimap<String, String> expectedTargets() {
        Multimap<String, String> expected = TreeMultimap.create();
        for (PolicyTarget target : workspace.organization().orElseThrow().targets()) {
            target.policies().stream()
                    .filter(policy -> !policy.name().equals("FullAWSAccess"))
                    .forEach(policy -> expected.put(name(policy), target.id().orElseThrow()));
        }
        assertThat(expected.size()).isEqualTo(6);
        return expected;
    }

    private static String name(LocatedPolicy policy) {
        return policy.name().replace("policies/", "").replace(".json", "");
    }

    private static PolicyDocument document(String json) {
        return PolicyReader.read("emitted", SourceText.of("emitted", json), PolicyType.SERVICE_CONTROL_POLICY)
                .orThrow()
                .document();
    }

    private JsonNode read(String file) throws IOException {
        return JSON.readTree(folder.resolve("dist").resolve(file).toFile());
    }

    private static Schema schema(String name) throws IOException {
        return REGISTRY.getSchema(
                Files.readString(Path.of("src/test/resources/emit").resolve(name + ".schema.json")), InputFormat.JSON);
    }
}
