package io.policyc.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonTextTest {

    @Test
    void minifiedTextHasNoWhiteSpace() {
        assertThat(sample(JsonText.minified()))
                .isEqualTo(
                        "{\"a\":\"x\",\"b\":[1,true,null],\"c\":{\"d\":[],\"e\":{}},\"f\":null,\"g\":[\"h\",\"i\"],\"j\":-1,\"k\":false,\"l\":\"m\"}");
    }

    @Test
    void prettyTextHasOneElementALineAndLineFeedsOnly() {
        assertThat(sample(JsonText.pretty())).isEqualTo("""
                        {
                          "a": "x",
                          "b": [
                            1,
                            true,
                            null
                          ],
                          "c": {
                            "d": [],
                            "e": {}
                          },
                          "f": null,
                          "g": [
                            "h",
                            "i"
                          ],
                          "j": -1,
                          "k": false,
                          "l": "m"
                        }""");
    }

    @Test
    void stringsAreEscapedAsJsonAsks() {
        assertThat(JsonText.minified()
                        .value("\"\\/\b\f\n\r\t\u0000\u001f\u007fü\u2028日")
                        .toString())
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001F\u007fü\u2028日\"");
    }

    private static String sample(JsonText json) {
        json.object(() -> {
            json.field("a", "x");
            json.arrayField("b", () -> json.value(1).value(true).nothing());
            json.objectField("c", () -> {
                json.field("d", List.of());
                json.objectField("e", () -> {});
            });
            json.field("f", Optional.empty());
            json.field("g", List.of("h", "i"));
            json.field("j", -1).field("k", false).field("l", Optional.of("m"));
        });
        return json.toString();
    }
}
