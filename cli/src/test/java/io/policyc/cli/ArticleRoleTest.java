package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The deploy role compiles to the documents that code of the AWS CDK synthesizes for it, which are recorded in
 * src/test/resources/cdk.
 */
final class ArticleRoleTest {
    private static final Path CDK = Path.of("src/test/resources/cdk");
    private static final String ROLE = "GitHubAction-DeployRole";

    @TempDir
    private Path folder;

    @BeforeEach
    void build() {
        Folders.copy(Path.of("src/test/resources/cli/roles-article/files"), folder);
        assertThat(CommandRun.of(folder, "build", "--emit", "cloudformation").exit())
                .isZero();
    }

    @Test
    void theTrustPolicyIsThatOfTheCdk() throws IOException {
        JsonNode role = resource(cdk("permissions-as-written"), "AWS::IAM::Role");
        assertThat(statements(EmittedRoles.trust(file("trust"))))
                .isEqualTo(statements(
                        EmittedRoles.trust(role.get("AssumeRolePolicyDocument").toString())));
    }

    @Test
    void thePermissionsAreThoseOfTheCdk() throws IOException {
        JsonNode policy = resource(cdk("permissions-as-written"), "AWS::IAM::Policy");
        assertThat(statements(EmittedRoles.permissions(file("permissions"))))
                .isEqualTo(statements(
                        EmittedRoles.permissions(policy.get("PolicyDocument").toString())));
    }

    /** The feature flag merges the statements into one, of the same actions. */
    @Test
    void minimizedPermissionsHaveTheSameActions() throws IOException {
        JsonNode policy = resource(cdk("permissions-minimized"), "AWS::IAM::Policy");
        Set<Form> minimized =
                statements(EmittedRoles.permissions(policy.get("PolicyDocument").toString()));
        assertThat(minimized).hasSize(1);
        Set<Form> own = statements(EmittedRoles.permissions(file("permissions")));
        assertThat(own).hasSize(2);
        assertThat(minimized.iterator().next().actions())
                .isEqualTo(own.stream().flatMap(form -> form.actions().stream()).collect(Collectors.toSet()));
    }

    @Test
    void theRestOfTheRoleIsThatOfTheCdk() throws IOException {
        JsonNode expected = resource(cdk("permissions-as-written"), "AWS::IAM::Role");
        JsonNode own = resource(template(), "AWS::IAM::Role");
        assertThat(own.get("RoleName")).isEqualTo(expected.get("RoleName"));
        assertThat(own.get("Description")).isEqualTo(expected.get("Description"));
        assertThat(own.get("RoleName").textValue()).isEqualTo(ROLE);
    }

    /** The native construct makes the same resource; the older one has the same values in a custom resource. */
    @Test
    void theProviderIsThatOfTheCdk() throws IOException {
        JsonNode own = resource(template(), "AWS::IAM::OIDCProvider");
        assertThat(own).isEqualTo(resource(cdk("identity-native"), "AWS::IAM::OIDCProvider"));
        JsonNode custom = resource(cdk("identity"), "Custom::AWSCDKOpenIdConnectProvider");
        assertThat(own.get("Url")).isEqualTo(custom.get("Url"));
        assertThat(own.get("ClientIdList")).isEqualTo(custom.get("ClientIDList"));
    }

    /** A statement whose lists are sets: neither their order nor that of the statements means anything. */
    private record Form(
            String effect,
            Optional<PrincipalElement> principal,
            Set<String> actions,
            Set<String> resources,
            Set<String> conditions) {}

    private static Set<Form> statements(LocatedPolicy policy) {
        PolicyDocument document = policy.document();
        assertThat(document.version()).isPresent();
        return document.statements().stream().map(ArticleRoleTest::form).collect(Collectors.toSet());
    }

    private static Form form(Statement statement) {
        assertThat(statement.sid()).isEmpty();
        return new Form(
                statement.effect().word(),
                statement.principal(),
                texts(statement.action().patterns(), ActionPattern::text),
                texts(
                        statement.resource().map(ResourceElement::patterns).orElse(ImmutableList.of()),
                        ValueTemplate::text),
                texts(statement.conditions(), ArticleRoleTest::condition));
    }

    private static String condition(Condition condition) {
        return condition.operator().word() + " " + condition.key().spelling() + " "
                + texts(condition.values(), ValueTemplate::text).stream()
                        .sorted()
                        .toList();
    }

    private static <T> Set<String> texts(Iterable<T> values, Function<T, String> text) {
        ImmutableSet.Builder<String> texts = ImmutableSet.builder();
        values.forEach(value -> texts.add(text.apply(value)));
        return texts.build();
    }

    private String file(String kind) throws IOException {
        return Files.readString(folder.resolve("dist/roles/123456789012/" + ROLE + "." + kind + ".json"));
    }

    private JsonNode template() throws IOException {
        return EmittedRoles.read(folder.resolve("dist/roles"), "123456789012", "cloudformation.json");
    }

    private static JsonNode cdk(String name) throws IOException {
        return EmittedRoles.JSON.readTree(CDK.resolve(name + ".json").toFile());
    }

    /** The properties of the only resource of a type. */
    private static JsonNode resource(JsonNode template, String type) {
        JsonNode found = null;
        for (JsonNode resource : template.get("Resources")) {
            if (resource.get("Type").textValue().equals(type)) {
                assertThat(found).isNull();
                found = resource.get("Properties");
            }
        }
        return Objects.requireNonNull(found, type);
    }
}
