package io.policyc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.policyc.finding.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

final class ShellWordTest {
    @Property(tries = 25)
    void aShellGivesTheSameWordsBack(@ForAll("lists") List<String> texts) throws Exception {
        List<String> words =
                texts.stream().map(text -> ShellWord.of(text).orElseThrow()).toList();
        assertThat(words).allSatisfy(word -> assertThat(Printable.escaped(word)).isEqualTo(word));
        assertThat(shell("printf '%s\\0' " + String.join(" ", words))).isEqualTo(texts);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        Arbitrary<Character> characters = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of('\'', '"', '$', '`', '\\', '%', '!', '*', '\n', '\t', ' ', '~')),
                Tuple.of(1, Arbitraries.of('\u202E', '\u200F', '\u2066', '\u001B', '\u007F', 'é')),
                Tuple.of(3, Arbitraries.chars().range('!', '~')));
        return characters
                .list()
                .ofMaxSize(12)
                .map(list -> list.stream().map(String::valueOf).collect(Collectors.joining()))
                .filter(text -> !text.endsWith("\n"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Example
    void namesOfIamStayAsTheyAre() {
        assertThat(ShellWord.of("ci+x=y,z.@-_9")).contains("ci+x=y,z.@-_9");
        assertThat(ShellWord.of("it's")).contains("'it'\\''s'");
        assertThat(ShellWord.of("")).contains("''");
        assertThat(ShellWord.of("a\u202Eb")).contains("\"$(printf 'a\\342\\200\\256b')\"");
    }

    @Example
    void whatNoWordCanBe() {
        assertThat(ShellWord.of("a\0b")).isEmpty();
        assertThat(ShellWord.of("a\n")).isEmpty();
        assertThat(ShellWord.of("\uD800")).isEmpty();
    }

    private static List<String> shell(String script) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
        process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return Splitter.on('\0').splitToList(out.substring(0, out.length() - 1));
    }
}
