package io.policyc.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonRecordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1}                                            | {\"a\":1}",
                "{\"a\":1}{\"a\":2} {\"a\":3}                         | {\"a\":1} {\"a\":2} {\"a\":3}",
                "[{\"a\":1},{\"a\":2}]                                | {\"a\":1} {\"a\":2}",
                "[1,[2]] 3                                            | 1 [2] 3",
                "{\"Records\":[{\"a\":1},{\"a\":2}]}                  | {\"a\":1} {\"a\":2}",
                "{\"v\":{\"Records\":[1]},\"Records\":[{\"a\":1}],\"w\":2} {\"a\":2} | {\"a\":1} {\"a\":2}",
                "{\"Records\":{\"a\":1}}                              | {\"Records\":{\"a\":1}}",
                "{\"v\":{\"Records\":[1]}}                            | {\"v\":{\"Records\":[1]}}",
                "{\"n\":1.50e+3,\"o\":00}                             | !",
                "{\"n\":1.50e+3,\"t\":[true,null,\"é\"]}              | {\"n\":1.50e+3,\"t\":[true,null,\"é\"]}",
                "{\"Records\":[]}                                     | !",
                "\uFEFF{\"a\":1}                                     | {\"a\":1}",
            })
    void readsRecords(String text, String records) throws IOException {
        List<Checked<Node>> read = read(text.getBytes(StandardCharsets.UTF_8));
        List<String> expected = records.equals("!") ? List.of() : List.of(records.split(" ", -1));
        assertThat(read.stream().flatMap(one -> one.value().stream()))
                .extracting(node -> JsonText.minified().value(node).toString())
                .containsExactlyElementsOf(expected);
        assertThat(read.stream().anyMatch(Checked::hasErrors)).isEqualTo(expected.isEmpty());
    }

    @Test
    void readsGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write("{\"Records\":[{\"a\":1}]}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(bytes.toByteArray())).singleElement().matches(one -> !one.hasErrors());
    }

    @Test
    void whatIsWrongWithOneRecordSpoilsNoOther() throws IOException {
        String large = "[\"" + "x".repeat(1000) + "\"" + (",\"" + "x".repeat(1000) + "\"").repeat(1100) + "]";
        List<Checked<Node>> read =
                read(("{\"a\":1,\"a\":2} " + "[" + large + "] {\"a\":3}").getBytes(StandardCharsets.UTF_8));
        assertThat(read).extracting(Checked::hasErrors).containsExactly(true, true, false);
        assertThat(ids(read)).containsExactly("source.duplicate-key", "source.too-large");
        assertThat(read.get(1).findings().get(0).message()).isEqualTo("in record 2 is longer than 1048576 characters");
    }

    @Test
    void saysWhereTheTextEndsToBeJson() throws IOException {
        List<Checked<Node>> read = read("{\"a\":1}\n{\"a\":\n]".getBytes(StandardCharsets.UTF_8));
        assertThat(read).extracting(Checked::hasErrors).containsExactly(false, true);
        assertThat(read.get(1).findings().get(0).message()).startsWith("in is not JSON from line 3, column ");
    }

    @Test
    void refusesOtherEncodingsDepthAndEmptiness() throws IOException {
        assertThat(ids(read(new byte[] {'"', (byte) 0xff, '"'}))).containsExactly("source.encoding");
        assertThat(ids(read("[".repeat(200).getBytes(StandardCharsets.UTF_8)))).containsExactly("source.too-large");
        assertThat(ids(read(new byte[0]))).containsExactly("source.empty");
        assertThat(ids(read(("\"" + "x".repeat(2_000_000) + "\"").getBytes(StandardCharsets.UTF_8))))
                .containsExactly("source.too-large");
    }

    private static List<Checked<Node>> read(byte[] bytes) throws IOException {
        List<Checked<Node>> read = new ArrayList<>();
        JsonRecords.read(new ByteArrayInputStream(bytes), "in", "Records", read::add);
        return read;
    }

    private static List<String> ids(List<Checked<Node>> read) {
        return read.stream()
                .flatMap(one -> one.findings().stream())
                .map(Finding::id)
                .map(id -> id.name())
                .toList();
    }
}
