package io.policyc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.base.Splitter;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.node.Nodes;
import io.policyc.source.SourceText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text made to hurt a reader: each gets a clear finding, promptly, and no exception. The time only detects hangs. */
final class HostileInputTest {
    private static final Duration HANG = Duration.ofSeconds(20);

    @ParameterizedTest(name = "{0}")
    @MethodSource({"json", "yaml"})
    void hostileTextEndsInFindings(String name, String text, String ids) {
        SourceText source = SourceText.of(name, text);
        Checked<LocatedPolicy> read = assertTimeoutPreemptively(
                HANG,
                () -> Nodes.read(source)
                        .then(node -> PolicyReader.read(name, node, PolicyType.SERVICE_CONTROL_POLICY)));
        assertThat(read.findings().stream().map(finding -> finding.id().name()).distinct())
                .as(() -> brief(read.findings()))
                .containsExactlyElementsOf(Splitter.on(' ').omitEmptyStrings().split(ids));
        assertThat(read.findings()).allSatisfy(finding -> {
            assertThat(finding.message()).hasSizeLessThan(1_000).doesNotContain("com.fasterxml", "StreamRead");
            assertThat(finding.span()).isPresent();
        });
        assertThat(FindingPrinter.plain().print(read.findings())).hasSizeLessThan(2_000_000);
    }

    private static String brief(List<Finding> findings) {
        return FindingPrinter.plain().print(findings.subList(0, Math.min(5, findings.size())));
    }

    static Stream<Arguments> json() {
        String manyKeys = many(200_000, i -> "\"k\":1");
        return Stream.of(
                json("100,000 open brackets", "[".repeat(100_000), "source.too-deep"),
                json("100,000 nested lists", "[".repeat(100_000) + "]".repeat(100_000), "source.too-deep"),
                json("100,000 nested objects", "{\"a\":".repeat(100_000), "source.too-deep"),
                json("100,000 quotes", "\"".repeat(100_000), "source.trailing-text policy.wrong-type"),
                json("a string without end", "\"" + "a".repeat(4_000_000), "source.syntax"),
                json("a string of 4 MB", "\"" + "a".repeat(4_000_000) + "\"", "policy.wrong-type"),
                json("a key of 4 MB", "{\"" + "a".repeat(4_000_000) + "\":1}", "source.too-large"),
                json("a number of 100,000 digits", "1".repeat(100_000), "source.too-large"),
                json("a list of 1,000,000", "[" + many(1_000_000, i -> "1") + "]", "policy.wrong-type"),
                json("300,000 actions", policy("\"Action\":[" + many(300_000, i -> "\"s3:*\"") + "]"), ""),
                json(
                        "300,000 wrong actions",
                        policy("\"Action\":[" + many(300_000, i -> "1") + "]"),
                        "policy.wrong-type"),
                json(
                        "200,000 equal keys",
                        "{" + manyKeys + "}",
                        "source.duplicate-key policy.missing-version policy.missing-element policy.unknown-element"),
                json(
                        "100,000 unknown elements",
                        policy("\"Action\":\"*\"," + many(100_000, i -> "\"Acton" + i + "\":1")),
                        "policy.unknown-element"),
                json(
                        "100,000 unknown operators",
                        condition(many(100_000, i -> "\"StringEqual" + i + "\":{\"a:b\":\"c\"}")),
                        "policy.unknown-operator"),
                json(
                        "50,000 condition keys",
                        condition("\"Bool\":{" + many(50_000, i -> "\"a:" + i + "\":\"c\"") + "}"),
                        ""),
                json("keys of one hash", condition("\"Bool\":{" + many(15_000, HostileInputTest::collision) + "}"), ""),
                json(
                        "a long condition key",
                        condition("\"Bool\":{\"a:" + "b".repeat(49_000) + "$\":1}"),
                        "policy.invalid-condition-key"),
                json(
                        "4 MB of ${",
                        condition("\"StringLike\":{\"a:b\":\"" + "${".repeat(2_000_000) + "\"}"),
                        "policy.invalid-variable"),
                json(
                        "4 MB of ${a",
                        condition("\"StringLike\":{\"a:b\":\"" + "${a".repeat(1_300_000) + "\"}"),
                        "policy.invalid-variable"),
                json(
                        "4 MB of ${a, '",
                        condition("\"StringLike\":{\"a:b\":\"" + "${a, '".repeat(600_000) + "}\"}"),
                        "policy.invalid-variable"),
                json(
                        "a resource of 4 MB",
                        policy("\"Action\":\"*\"", "a:".repeat(2_000_000)),
                        "policy.invalid-resource"),
                json(
                        "an action of 4 MB",
                        policy("\"Action\":\"" + "a".repeat(4_000_000) + "\""),
                        "policy.invalid-action"),
                json("100,000 policies in each other", "{\"Statement\":".repeat(100_000), "source.too-deep"),
                json("NUL", "{\"Version\":\u0000}", "source.syntax"),
                json("NUL in a string", "{\"Vers\u0000ion\":1}", "source.syntax"),
                json("half a surrogate pair", "{\"\\ud83d\":\"\ude00\"}", "source.syntax"),
                json("only blanks", " ".repeat(1_000_000), "source.empty"),
                json("1,000,000 lines", "\n".repeat(1_000_000) + "[", "source.syntax"),
                json(
                        "1,000,000 line separators",
                        "{\"a\":\"" + "\u2028".repeat(1_000_000) + "\"}",
                        "policy.missing-version policy.missing-element policy.unknown-element policy.character"));
    }

    static Stream<Arguments> yaml() {
        return Stream.of(
                yaml("100,000 brackets", "[".repeat(100_000), "source.too-deep"),
                yaml("100,000 braces", "{".repeat(100_000), "source.yaml-feature"),
                yaml("100,000 dashes", "- ".repeat(100_000), "source.too-deep"),
                yaml(
                        "a staircase",
                        IntStream.range(0, 2_000)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining()),
                        "source.too-deep"),
                yaml("100,000 question marks", "? ".repeat(100_000), "source.yaml-feature"),
                yaml("100,000 complex keys", "? [a]\n: b\n".repeat(100_000), "source.yaml-feature"),
                yaml(
                        "aliases of aliases",
                        bomb(),
                        "source.yaml-feature policy.missing-version policy.missing-element policy.unknown-element"),
                yaml(
                        "an alias to itself",
                        "a: &a [*a]\n",
                        "source.yaml-feature policy.missing-version policy.missing-element policy.unknown-element"),
                yaml("an alias as a key", "*a : b\n", "source.yaml-feature"),
                yaml("an anchor at a key", "&a Version: 2012-10-17\n", "source.yaml-feature policy.missing-element"),
                yaml("a tag at a key, which changes nothing", "!!str Version: 2012-10-17\n", "policy.missing-element"),
                yaml(
                        "a tag that makes objects",
                        "!!javax.script.ScriptEngineManager [1]\n",
                        "source.yaml-feature policy.wrong-type"),
                yaml("a binary tag", "!!binary aGk=\n", "source.yaml-feature policy.wrong-type"),
                yaml(
                        "a merge key",
                        "<<: {Version: 2012-10-17}\n",
                        "source.yaml-feature policy.missing-version policy.missing-element policy.unknown-element"),
                yaml("a tab", "a:\n\tb: c\n", "source.syntax"),
                yaml("NUL", "a: \u0000\n", "source.syntax"),
                yaml("half a surrogate pair", "a: \ud83d\n", "source.syntax"),
                yaml(
                        "an escaped half of a pair",
                        "a: \"\\ud83d\"\n",
                        "source.unpaired-surrogate policy.missing-version policy.missing-element policy.unknown-element policy.character"),
                yaml(
                        "two documents",
                        "a: b\n---\na: b\n",
                        "source.trailing-text policy.missing-version policy.missing-element policy.unknown-element"),
                yaml("100,000 documents", "---\n".repeat(100_000), "source.trailing-text policy.wrong-type"),
                yaml(
                        "a flow map of 100,000 lines",
                        "{\n"
                                + IntStream.range(0, 100_000)
                                        .mapToObj(i -> "k" + i + ": v,\n")
                                        .collect(Collectors.joining())
                                + "}\n",
                        "policy.missing-version policy.missing-element policy.unknown-element"),
                yaml("a flow map without end", "{\n" + "k: v,\n".repeat(50_000), "source.duplicate-key source.syntax"),
                yaml(
                        "200,000 equal keys",
                        "k: v\n".repeat(200_000),
                        "source.duplicate-key policy.missing-version policy.missing-element policy.unknown-element"),
                yaml("a list of 400,000", "[" + "1,".repeat(400_000) + "]", "policy.wrong-type"),
                yaml("a line of 4 MB", "a".repeat(4_000_000), "source.too-large"),
                yaml("a long line", "a".repeat(500_000), "policy.wrong-type"),
                yaml("a number of 100,000 digits", "1".repeat(100_000), "policy.wrong-type"),
                yaml("a number in base 60", "- 1:1:1:1\n", "policy.wrong-type"),
                yaml(
                        "an octal number that is none",
                        "a: 0o9\nb: 0x\nc: 1__\nd: -\ne: 0b2\nf: .inf\ng: =\n",
                        "source.syntax"),
                yaml("100,000 quotes", "'".repeat(100_001), "source.syntax"),
                yaml(
                        "folded blank lines",
                        "a: >\n" + "\n".repeat(1_000_000),
                        "policy.missing-version policy.missing-element policy.unknown-element"),
                yaml("100,000 comments", "# c\n".repeat(100_000), "source.empty"),
                yaml("emoji", "a: \"" + "\ud83d\ude00".repeat(200_000) + "\"\n" + "- x: y", "source.syntax"),
                yaml("directives", "%YAML 9.9\n%TAG ! x\n".repeat(1_000), "source.syntax"));
    }

    private static Arguments json(String name, String text, String ids) {
        return Arguments.of(name + ".json", text, ids);
    }

    private static Arguments yaml(String name, String text, String ids) {
        return Arguments.of(name + ".yaml", text, ids);
    }

    private static String many(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(","));
    }

    private static String policy(String members) {
        return policy(members, "*");
    }

    private static String policy(String members, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Resource\":\"" + resource + "\","
                + members + "}}";
    }

    private static String condition(String operators) {
        return policy("\"Action\":\"*\",\"Condition\":{" + operators + "}");
    }

    /** Condition keys that differ and have one hash code: `ba` and `cB` do. */
    private static String collision(int number) {
        StringBuilder key = new StringBuilder("\"a:");
        for (int bit = 0; bit < 16; bit++) {
            key.append((number >> bit & 1) == 0 ? "az" : "b[");
        }
        return key.append("\":1").toString();
    }

    private static String bomb() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 50; i++) {
            yaml.append("a%d: &a%d [%s]\n"
                    .formatted(i, i, String.join(", ", Arrays.asList("*a" + (i - 1), "*a" + (i - 1)))));
        }
        return yaml.toString();
    }
}
