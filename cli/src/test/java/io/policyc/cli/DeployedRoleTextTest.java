package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.deploy.DeployFindings;
import io.policyc.deploy.Output;
import io.policyc.deploy.RoleDeployment;
import io.policyc.finding.Finding;
import io.policyc.role.CompiledRole;
import io.policyc.role.RoleIntent;
import io.policyc.role.Trust;
import io.policyc.source.SourceText;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Text of roles goes through the files of the tools as it is, and no template has too many roles. */
final class DeployedRoleTextTest {
    private static final String ACCOUNT = "111122223333";

    @Property(tries = 300)
    void terraformGetsTheTextAsItIs(@ForAll("texts") String text) throws JsonProcessingException {
        JsonNode resources = written(Output.TERRAFORM, text).get("resource");
        JsonNode role = resources.at("/aws_iam_role/Name");
        assertThat(EmittedRoles.text(role.get("description"))).isEqualTo(text);
        assertThat(EmittedRoles.text(role.get("permissions_boundary"))).isEqualTo(arn(text));
        role.get("tags").properties().forEach(tag -> {
            assertThat(DeployedTextTest.literal(tag.getKey())).isEqualTo(text);
            assertThat(EmittedRoles.text(tag.getValue())).isEqualTo(text);
        });
        resources
                .at("/aws_iam_role_policy_attachment/Name/for_each")
                .properties()
                .forEach(arn -> {
                    assertThat(DeployedTextTest.literal(arn.getKey())).isEqualTo(arn(text));
                    assertThat(EmittedRoles.text(arn.getValue())).isEqualTo(arn(text));
                });
    }

    @Property(tries = 300)
    void cloudFormationGetsTheTextAsItIs(@ForAll("texts") String text) throws JsonProcessingException {
        JsonNode role = written(Output.CLOUDFORMATION, text).at("/Resources/RoleName/Properties");
        assertThat(role.get("Description").textValue()).isEqualTo(text);
        assertThat(role.at("/Tags/0/Key").textValue()).isEqualTo(text);
        assertThat(role.at("/Tags/0/Value").textValue()).isEqualTo(text);
        assertThat(role.at("/ManagedPolicyArns/0").textValue()).isEqualTo(arn(text));
    }

    /** Each role has an instance profile, so 250 roles are 500 resources. */
    @Example
    void aTemplateOfCloudFormationHas500Resources() {
        assertThat(Output.CLOUDFORMATION.text(deployment(250)).findings()).isEmpty();
        assertThat(Output.CLOUDFORMATION.text(deployment(251)).findings())
                .extracting(Finding::id)
                .containsExactly(DeployFindings.TOO_LARGE);
        assertThat(Output.TERRAFORM.text(deployment(251)).findings()).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("$", "%", "{", "}", "a", "\"", "\\", "$${", "%%{", "${aws:username}", " ", "é", "/")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static RoleDeployment deployment(int roles) {
        return new RoleDeployment(
                ACCOUNT,
                IntStream.range(0, roles).mapToObj(i -> role("r" + i, "x")).collect(ImmutableList.toImmutableList()),
                ImmutableList.of());
    }

    private static JsonNode written(Output output, String text) throws JsonProcessingException {
        RoleDeployment deployment =
                new RoleDeployment(ACCOUNT, ImmutableList.of(role("Name", text)), ImmutableList.of());
        return EmittedRoles.JSON.readTree(output.text(deployment).orThrow());
    }

    private static CompiledRole role(String name, String text) {
        RoleIntent intent = new RoleIntent(
                name,
                ACCOUNT,
                "/",
                Optional.of(text),
                Duration.ofHours(1),
                new Trust.Service("ec2.amazonaws.com", ImmutableList.of("sts:AssumeRole"), ImmutableList.of(), true),
                ImmutableList.of(),
                ImmutableList.of(arn(text)),
                Optional.of(arn(text)),
                ImmutableMap.of(text, text),
                ImmutableList.of(),
                Optional.empty(),
                SourceText.of("x.role.yaml", "role: x").start());
        return new CompiledRole(intent, Optional.empty(), Optional.empty());
    }

    private static String arn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":policy/" + name;
    }
}
