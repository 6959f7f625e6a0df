package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.policyc.cli.EmittedRoles.Policies;
import io.policyc.node.Nodes;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.Accounts;
import io.policyc.request.Request;
import io.policyc.request.RequestReader;
import io.policyc.role.CompiledRole;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import io.policyc.source.SourceText;
import io.policyc.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the tools are given for roles, read back: who may assume each, and what it may do. */
final class EmittedRolesTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final ImmutableList<String> ACCOUNTS = ImmutableList.of("111122223333", "444455556666");

    @TempDir
    private static Path folder;

    private static Map<String, Policies> cloudFormation = Map.of();
    private static Map<String, Policies> terraform = Map.of();

    @BeforeAll
    static void build() throws IOException {
        Folders.copy(Path.of("src/test/resources/cli/build-roles/files"), folder);
        assertThat(CommandRun.of(folder, "build", "--emit", "cloudformation,terraform")
                        .exit())
                .isZero();
        cloudFormation = EmittedRoles.ofCloudFormation(roles(), ACCOUNTS);
        terraform = EmittedRoles.ofTerraform(roles(), ACCOUNTS);
    }

    private static Path roles() {
        return folder.resolve("dist/roles");
    }

    @Test
    void theFilesHaveTheFormThatTheToolsRead() throws IOException {
        for (String account : ACCOUNTS) {
            assertThat(schema("roles-cloudformation").validate(read(account, "cloudformation.json")))
                    .isEmpty();
            assertThat(schema("roles-terraform").validate(read(account, "policyc.tf.json")))
                    .isEmpty();
        }
    }

    /** In the files to review, in both templates: the same documents, of all roles and of nothing else. */
    @Test
    void thePoliciesAreThoseThatWereCompiled() throws IOException {
        ImmutableList<CompiledRole> compiled = Workspace.open(folder).orThrow().roles();
        assertThat(cloudFormation).hasSize(compiled.size());
        assertThat(terraform).hasSize(compiled.size());
        for (CompiledRole role : compiled) {
            String name = role.intent().account() + "/" + role.intent().name();
            for (Policies emitted : List.of(get(cloudFormation, name), get(terraform, name), ofFiles(role))) {
                assertThat(emitted.trust().map(LocatedPolicy::document))
                        .isEqualTo(role.trustPolicy().map(LocatedPolicy::document));
                assertThat(emitted.permissions().map(LocatedPolicy::document))
                        .isEqualTo(role.permissionsPolicy().map(LocatedPolicy::document));
            }
        }
    }

    private static Policies ofFiles(CompiledRole role) throws IOException {
        Path account = roles().resolve(role.intent().account());
        Path trust = account.resolve(role.intent().name() + ".trust.json");
        Path permissions = account.resolve(role.intent().name() + ".permissions.json");
        return new Policies(
                Files.exists(trust) ? Optional.of(EmittedRoles.trust(Files.readString(trust))) : Optional.empty(),
                Files.exists(permissions)
                        ? Optional.of(EmittedRoles.permissions(Files.readString(permissions)))
                        : Optional.empty());
    }

    /** For each kind of trust: those who may assume the role, and near misses who may not. */
    @ParameterizedTest
    @CsvFileSource(resources = "/emit/who-may-assume.csv", delimiter = '|', quoteCharacter = '\'')
    void whoMayAssume(String role, Outcome expected, String request) {
        for (Map<String, Policies> emitted : List.of(cloudFormation, terraform)) {
            Simulator simulator = Simulator.builder()
                    .identityPolicies(List.of(LocatedPolicy.FULL_AWS_ACCESS))
                    .trustPolicy(get(emitted, role).trust().orElseThrow())
                    .prepare();
            assertThat(simulator.evaluate(request(request)).outcome()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/emit/what-may-be-done.csv", delimiter = '|', quoteCharacter = '\'')
    void whatMayBeDone(String role, Outcome expected, String request) {
        for (Map<String, Policies> emitted : List.of(cloudFormation, terraform)) {
            Simulator simulator = Simulator.builder()
                    .identityPolicies(List.of(get(emitted, role).permissions().orElseThrow()))
                    .prepare();
            assertThat(simulator.evaluate(request(request)).outcome()).isEqualTo(expected);
        }
    }

    /** Two roles of one account trust one issuer; the other account has its provider already. */
    @Test
    void eachIssuerIsThereOnceAndExistingOnesAreLeftOut() throws IOException {
        JsonNode provider = read("111122223333", "cloudformation.json")
                .at("/Resources/Providertokenactionsgithubusercontentcom/Properties");
        assertThat(provider.get("Url").textValue()).isEqualTo("https://token.actions.githubusercontent.com");
        assertThat(provider.get("ClientIdList"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("sts.amazonaws.com", "https://github.com/acme");
        JsonNode other = read("444455556666", "cloudformation.json").get("Resources");
        assertThat(other).hasSize(1);
        assertThat(other.get("Rolecideploy").has("DependsOn")).isFalse();
        JsonNode resources = read("444455556666", "policyc.tf.json").get("resource");
        assertThat(resources.has("aws_iam_openid_connect_provider")).isFalse();
        assertThat(resources.at("/aws_iam_role/ci-deploy").has("depends_on")).isFalse();
    }

    @Test
    void textsAreWhatTheRoleFileSays() throws IOException {
        String description = "Deploys ${env}, at 100%{ or $${ less";
        JsonNode properties = read("111122223333", "cloudformation.json").at("/Resources/Rolecideploy/Properties");
        assertThat(properties.get("Description").textValue()).isEqualTo(description);
        assertThat(properties.at("/Tags/0/Value").textValue()).isEqualTo("platform 1");
        assertThat(properties.get("MaxSessionDuration").intValue()).isEqualTo(7200);
        JsonNode role = read("111122223333", "policyc.tf.json").at("/resource/aws_iam_role/ci-deploy");
        assertThat(EmittedRoles.text(role.get("description"))).isEqualTo(description);
        assertThat(EmittedRoles.text(role.at("/tags/team"))).isEqualTo("platform 1");
        assertThat(role.get("max_session_duration").intValue()).isEqualTo(7200);
    }

    private static Policies get(Map<String, Policies> emitted, String role) {
        return Objects.requireNonNull(emitted.get(role), role);
    }

    private static Request request(String yaml) {
        return Iterables.getOnlyElement(RequestReader.of(Accounts.WITHOUT_ORGANIZATION)
                        .read(Nodes.read(SourceText.of("request.yaml", yaml)).orThrow())
                        .orThrow())
                .request();
    }

    private static JsonNode read(String account, String file) throws IOException {
        return EmittedRoles.read(roles(), account, file);
    }

    private static Schema schema(String name) throws IOException {
        return REGISTRY.getSchema(
                Files.readString(Path.of("src/test/resources/emit").resolve(name + ".schema.json")), InputFormat.JSON);
    }
}
