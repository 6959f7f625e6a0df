package io.policyc.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class JsonStreamTest {
    private static final FindingId WRONG_TYPE = FindingId.error("test.wrong-type");

    /** Hands out a few bytes at a time, as a pipe does. */
    private static InputStream slow(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, most));
            }
        };
    }

    /** What is read from a text, then what is found. */
    private static List<String> read(byte[] bytes, int most, JsonStream.Root root) {
        Findings findings = new Findings();
        try {
            JsonStream.read(slow(bytes, most), "big.json", findings, WRONG_TYPE, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings.toList().stream()
                .map(finding -> finding.id().name() + " " + finding.span().orElseThrow() + " " + finding.message())
                .toList();
    }

    private static List<String> texts(byte[] bytes, int most) {
        List<String> texts = new ArrayList<>();
        List<String> findings = read(bytes, most, stream -> stream.text().ifPresent(texts::add));
        texts.addAll(findings);
        return texts;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Property(tries = 50)
    void howTheBytesArriveDoesNotMatter(@ForAll @IntRange(min = 1, max = 9) int most) {
        byte[] bytes = utf8("{\"n\": 1.00, \"s\": \"\u00e9\ud83d\ude00\u20ac\"}\r\n[null, true]\r \n7 x");
        assertThat(texts(bytes, most))
                .containsExactly(
                        "{\"n\":1.00,\"s\":\"\u00e9\ud83d\ude00\u20ac\"}",
                        "[null,true]",
                        "7",
                        "source.syntax big.json:4:3 not JSON: unrecognized token 'x': was expecting (JSON String, Number,"
                                + " Array, Object or token 'null', 'true' or 'false')");
    }

    @Example
    void aCutIsToldFromWhatIsNoJson() {
        assertThat(texts(utf8("{\"a\": [1, tr"), 9))
                .containsExactly("source.cut-off big.json:1:13 the text ends in the middle of `/a/1`");
        assertThat(texts(utf8("{\"a\": [1, tr]}"), 9).toString()).contains("source.syntax big.json:1:1");
        assertThat(texts(utf8("{\"a\": 1, "), 9))
                .containsExactly("source.cut-off big.json:1:10 the text ends in the middle of `/a`");
        assertThat(texts(utf8("[\n"), 9))
                .containsExactly("source.cut-off big.json:2:1 the text ends in the middle of a value");
        byte[] euro = utf8("[\"\u20ac\"]");
        assertThat(texts(Arrays.copyOf(euro, 4), 9))
                .containsExactly("source.cut-off big.json:1:3 the text ends in the middle of `/0`");
        assertThat(texts(new byte[] {'[', '"', (byte) 0xE2, '"', ']'}, 9))
                .containsExactly("source.encoding big.json:1:3 not UTF-8");
        assertThat(texts(utf8(" "), 9))
                .containsExactly("source.empty big.json:1:1 the text is empty; expected a JSON value");
    }

    @Example
    void membersAreTakenOnceAndOthersPassedOver() {
        List<String> seen = new ArrayList<>();
        List<String> findings = read(
                utf8(
                        "{\"x\": {\"a\": [\"no\"]}, \"a\": [\"1\", null, 2, \"3\"], \"a\": [\"4\"], \"b\": \"true\", \"c\": {}}"),
                9,
                stream -> stream.members(ImmutableMap.of(
                        "a", () -> stream.elements(() -> stream.string().ifPresent(seen::add)),
                        "b", () -> stream.bool().ifPresent(value -> seen.add(String.valueOf(value))),
                        "c", () -> stream.elements(() -> seen.add("element")))));
        assertThat(seen).containsExactly("1", "3");
        assertThat(findings)
                .containsExactly(
                        "test.wrong-type big.json:1:39 `/a/2` must be a string, not a number",
                        "source.duplicate-key big.json:1:48 key `a` is written twice in one object",
                        "test.wrong-type big.json:1:65 `/b` must be true or false, not a string",
                        "test.wrong-type big.json:1:78 `/c` must be a list, not an object");
    }

    @Example
    void aTextIsMinifiedIfItIsOneValue() {
        assertThat(JsonStream.minified(" {\"a\" : [1e3, \"\\u0041\"], \"a\": 2}"))
                .contains("{\"a\":[1e3,\"A\"],\"a\":2}");
        for (String other : List.of("", "{", "{} {}", "{} x", "a", "[".repeat(1_000))) {
            assertThat(JsonStream.minified(other)).isEmpty();
        }
    }
}
