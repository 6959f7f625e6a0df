package io.policyc.guardrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.policyc.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardrailReaderTest {
    private static final String GOOD = """
            guardrail: name
            title: A title
            source: https://docs.aws.amazon.com/
            parameters:
              exempt: { description: Who, type: principals, default: [role/a, "*"] }
              regions: { description: Where, type: regions }
            rules:
              - deny: "*"
            """;

    @Test
    void readsParameters() {
        Guardrail guardrail = read(GOOD);
        assertThat(guardrail.parameters().keySet()).containsExactly("exempt", "regions");
        assertThat(guardrail.required()).extracting(Parameter::name).containsExactly("regions");
        assertThat(guardrail.parameters().values())
                .extracting(parameter -> parameter.fallbackText().orElse(""))
                .containsExactly("[role/a, \"*\"]", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "guardrail: name    | guardrail: other | broken",
                "title: A title     | titel: A title   | unknown key `titel`",
                "type: regions      | type: region     | unknown type `region`",
                "type: regions      | type: regions, defualt: [] | unknown key of a parameter",
                "source:            | sauce:           | no `source`",
                "rules:             | rule:            | no `rules`"
            })
    void mistakesAreThrown(String right, String wrong, String message) {
        String text = GOOD.replace(right, wrong.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    private static Guardrail read(String yaml) {
        return new GuardrailReader("name").read(SourceText.of("guardrail.yaml", yaml), "", SourceText.of("t", ""));
    }
}
