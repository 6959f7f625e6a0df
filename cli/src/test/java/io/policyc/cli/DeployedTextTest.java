package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import io.policyc.deploy.DeployFindings;
import io.policyc.deploy.DeployedPolicy;
import io.policyc.deploy.Deployment;
import io.policyc.deploy.Output;
import io.policyc.finding.Finding;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Text goes through the files of the tools as it is. */
final class DeployedTextTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Property
    void terraformGetsTheTextAsItIs(@ForAll("texts") String text) throws JsonProcessingException {
        JsonNode policy = written(Output.TERRAFORM, text).at("/resource/aws_organizations_policy/Name");
        assertThat(literal(policy.get("content").textValue())).isEqualTo(text);
        assertThat(literal(policy.get("description").textValue())).isEqualTo(text);
    }

    @Property
    void cloudFormationGetsTheTextAsItIs(@ForAll("texts") String text) throws JsonProcessingException {
        JsonNode policy = written(Output.CLOUDFORMATION, text).at("/Resources/Name/Properties");
        assertThat(policy.get("Content").textValue()).isEqualTo(text);
        assertThat(policy.get("Description").textValue()).isEqualTo(text);
    }

    /** How the specification of Terraform's string templates reads the escapes. */
    @Example
    void theTestReadsTemplatesAsTerraformDoes() {
        assertThat(literal("$${a}")).isEqualTo("${a}");
        assertThat(literal("%%{a}")).isEqualTo("%{a}");
        assertThat(literal("${\"$\"}$${a}")).isEqualTo("$${a}");
        assertThat(literal("a$b%c$$")).isEqualTo("a$b%c$$");
    }

    @Example
    void aTemplateOfCloudFormationHas500Resources() {
        assertThat(Output.CLOUDFORMATION.text(deployment(500)).findings()).isEmpty();
        assertThat(Output.CLOUDFORMATION.text(deployment(501)).findings())
                .extracting(Finding::id)
                .containsExactly(DeployFindings.TOO_LARGE);
        assertThat(Output.TERRAFORM.text(deployment(501)).findings()).isEmpty();
    }

    /** What a template without any real expression stands for; fails on one. */
    static String literal(String template) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            if (template.startsWith("$${", at) || template.startsWith("%%{", at)) {
                text.append(template, at + 1, at + 3);
                at += 3;
            } else if (template.startsWith("${\"", at)) {
                assertThat(template.substring(at + 4, at + 6)).isEqualTo("\"}");
                text.append(template.charAt(at + 3));
                at += 6;
            } else {
                // Terraform would take the second sign for the escape of a third.
                assertThat(template.substring(at))
                        .doesNotStartWith("${")
                        .doesNotStartWith("%{")
                        .doesNotStartWith("$$${")
                        .doesNotStartWith("%%%{")
                        .doesNotStartWith("%$${")
                        .doesNotStartWith("$%%{");
                text.append(template.charAt(at));
                at++;
            }
        }
        return text.toString();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('$', '%', '{', '}', '"', '\\', 'a', '\n')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    private static JsonNode written(Output output, String text) throws JsonProcessingException {
        DeployedPolicy policy = new DeployedPolicy("Name", Optional.of(text), text, ImmutableList.of());
        return JSON.readTree(
                output.text(new Deployment(ImmutableList.of(policy))).orThrow());
    }

    private static Deployment deployment(int count) {
        return new Deployment(IntStream.range(0, count)
                .mapToObj(i -> new DeployedPolicy("P" + i, Optional.empty(), "{}", ImmutableList.of()))
                .collect(ImmutableList.toImmutableList()));
    }
}
