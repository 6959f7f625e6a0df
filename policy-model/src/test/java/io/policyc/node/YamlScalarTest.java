package io.policyc.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.source.SourceText;
import org.junit.jupiter.api.Test;

class YamlScalarTest {
    @Test
    void aKeyWithoutAValueIsNullAndNotAnEmptyString() {
        assertThat(type("a:\n")).isEqualTo(ScalarNode.Type.NULL);
        assertThat(type("{a: }")).isEqualTo(ScalarNode.Type.NULL);
        assertThat(type("a: ~")).isEqualTo(ScalarNode.Type.NULL);
        assertThat(type("a: ''")).isEqualTo(ScalarNode.Type.STRING);
        assertThat(type("a: \"\"")).isEqualTo(ScalarNode.Type.STRING);
    }

    @Test
    void aScalarKeepsItsText() {
        assertThat(value("a: 012345670123").text()).isEqualTo("012345670123");
        assertThat(value("a: no").text()).isEqualTo("no");
        assertThat(value("a: 1e3").text()).isEqualTo("1e3");
        assertThat(value("a: 2012-10-17").text()).isEqualTo("2012-10-17");
    }

    private static ScalarNode.Type type(String yaml) {
        return value(yaml).type();
    }

    private static ScalarNode value(String yaml) {
        ObjectNode object =
                (ObjectNode) YamlNodes.read(SourceText.of("a.yaml", yaml)).orThrow();
        return (ScalarNode) object.get("a").orElseThrow();
    }
}
