package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.intent.IntentFindings;
import io.policyc.policy.PolicyFindings;
import io.policyc.source.SourceText;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Intents made to be expensive: the answer comes promptly, and it is the right one. */
class HostileIntentTest {
    /** Far more than it takes: a busy machine is no hang. */
    private static final Duration PROMPTLY = Duration.ofSeconds(60);

    @Test
    void manyExceptionsOfOneKeyBecomeOneStatement() {
        Checked<Compilation> compiled = compile("unless: " + list(5_000, i -> "{principal: role/r" + i + "}"));
        assertThat(statements(compiled)).isEqualTo(1);
        assertThat(compiled.value().get().documents().get(0).minified())
                .contains("role/r0\",\"")
                .contains("role/r4999\"]");
        assertThat(compiled.errors()).extracting(Finding::id).containsExactly(PolicyFindings.TOO_LARGE);
    }

    @Test
    void manyExceptionsOfOneKeyBesideManyStatements() {
        String pairs = IntStream.range(0, 6)
                .mapToObj(i -> "{principal-tag: {k%d: v}, request-tag: {k%d: v}}, ".formatted(i, i))
                .collect(Collectors.joining());
        Checked<Compilation> compiled = compile("unless: [" + pairs
                + list(5_000, i -> "{principal: role/r" + i + "}").substring(1));
        assertThat(statements(compiled)).isEqualTo(64);
    }

    @Test
    void exceptionsOfTwoKeysMultiply() {
        Checked<Compilation> compiled = compile("unless:\n"
                + lines(200, i -> "      - {principal-tag: {a%d: x}, request-tag: {b%d: x}}".formatted(i, i)));
        assertThat(compiled.errors()).hasSize(1);
        Finding finding = compiled.errors().get(0);
        assertThat(finding.id()).isEqualTo(IntentFindings.TOO_MANY_STATEMENTS);
        assertThat(finding.span().orElseThrow()).hasToString("intent.yaml:6:9");
        assertThat(finding.message()).contains("multiplies them by 2");
    }

    @Test
    void exceptionsThatShareAKeyDoNotMultiply() {
        Checked<Compilation> compiled =
                compile("unless: " + list(2_000, i -> "{principal: role/r" + i + ", mfa: true}"));
        assertThat(statements(compiled)).isEqualTo(2);
    }

    @Test
    void alternativesOfOneKeyAreOneList() {
        Checked<Compilation> compiled =
                compile("when: {any: " + list(5_000, i -> "{principal: role/r" + i + "}") + "}");
        assertThat(statements(compiled)).isEqualTo(1);
    }

    @Test
    void alternativesOfManyKeysAreTooMany() {
        assertTooMany("when: {any: " + list(10_000, i -> "{principal-tag: {k" + i + ": v}}") + "}");
    }

    /** Each step stays below the limit, yet multiplies 64 by 64. */
    @Test
    void alternativesOfManyKeysInManyPlaces() {
        IntFunction<String> sixtyFour =
                group -> "{any: " + list(64, i -> "{principal-tag: {g%dk%d: v}}".formatted(group, i)) + "}";
        assertTooMany("when: {all: " + list(20, sixtyFour) + "}");
    }

    /** The same 64 alternatives again and again: each step makes 4,096 terms, and all but 64 are covered. */
    @Test
    void alternativesThatCoverEachOther() {
        String sixtyFour = "{any: " + list(64, i -> "{principal-tag: {k" + i + ": v}}") + "}";
        Checked<Compilation> compiled = compile("when: {all: " + list(20, i -> sixtyFour) + "}");
        assertThat(statements(compiled)).isEqualTo(64);
    }

    @Test
    void deepNesting() {
        String open = "{not: {any: [{all: [";
        String close = "]}]}}";
        Checked<Compilation> compiled = compile("when: " + open.repeat(18) + "{mfa: true}" + close.repeat(18));
        assertThat(statements(compiled)).isEqualTo(1);
        Checked<Compilation> wide =
                compile("when: " + "{any: [{region: eu-west-1}, {not: ".repeat(30) + "{mfa: true}" + "}]}".repeat(30));
        assertThat(wide.value()).isPresent();
    }

    @Test
    void tenThousandRules() {
        Checked<Compilation> compiled = read("policy: P\nrules:\n"
                + lines(10_000, i -> "  - {sid: S" + i + ", deny: s3:GetObject, when: {mfa: false}}"));
        assertThat(statements(compiled)).isEqualTo(10_000);
        assertThat(compiled.errors()).extracting(Finding::id).containsExactly(PolicyFindings.TOO_LARGE);
    }

    @Test
    void thousandsOfMistakes() {
        Checked<Compilation> compiled = read("policy: P\nrules:\n"
                + lines(3_000, i -> "  - {deny: s3:x, when: {aws:PrincipalTagg" + i + ": {StringEqual: a}, mfaa: b}}"));
        assertThat(compiled.value()).isEmpty();
        assertThat(compiled.errors()).isNotEmpty();
    }

    /** 20,000 uses of a list of 20,000. */
    @Test
    void valuesThatMultiply() {
        Checked<Compilation> compiled = read("policy: P\nvalues: {v: " + list(20_000, i -> "v" + i)
                + "}\nrules:\n  - deny: '*'\n    when:\n      user-agent: "
                + list(20_000, i -> "((v))") + "\n");
        assertThat(compiled.errors()).extracting(Finding::id).containsExactly(IntentFindings.TOO_MANY_VALUES);
    }

    @Test
    void longValuesThatMultiply() {
        Checked<Compilation> compiled = read("policy: P\nvalues: {v: " + "v".repeat(900_000)
                + "}\nrules:\n  - deny: '*'\n    when:\n      user-agent: "
                + list(1_000, i -> "x" + "((v))".repeat(100)) + "\n");
        assertThat(compiled.errors()).extracting(Finding::id).containsExactly(IntentFindings.TOO_MANY_VALUES);
    }

    @Test
    void namesThatAreUnknownAThousandTimes() {
        Checked<Compilation> compiled = read("policy: P\nvalues: {"
                + lines(5_000, i -> "value" + i + ": a,").replace("\n", " ") + "}\nrules:\n  - deny: '*'\n"
                + "    when:\n      user-agent: " + list(50_000, i -> "((vlaue" + i + "))") + "\n");
        assertThat(compiled.errors()).extracting(Finding::id).contains(IntentFindings.UNKNOWN_VALUE);
    }

    @Test
    void manyExceptionsThatEnd() {
        Checked<Compilation> compiled = compile("unless: "
                + list(5_000, i -> "{principal: role/r" + i + ", expires: 2027-01-" + twoDigits(1 + i % 28) + "}"));
        assertThat(statements(compiled)).isEqualTo(29);
        assertThat(compiled.errors()).extracting(Finding::id).containsExactly(PolicyFindings.TOO_LARGE);
    }

    @Test
    void exceptionsThatEndOnManyDays() {
        IntFunction<String> ending = i -> "{principal: role/r%d, expires: %d-%s-%s}"
                .formatted(i, 2000 + i / 336, twoDigits(1 + i / 28 % 12), twoDigits(1 + i % 28));
        assertTooMany("unless: " + list(5_000, ending));
        assertThat(statements(compile("unless: " + list(63, ending)))).isEqualTo(64);
        Checked<Compilation> one = compile("unless: " + list(64, ending));
        assertThat(one.errors()).extracting(Finding::id).containsExactly(IntentFindings.TOO_MANY_STATEMENTS);
        assertThat(one.errors().get(0).message()).contains("its exceptions end on 64 days");
    }

    /** All are over before the rule begins. */
    @Test
    void exceptionsThatNeverCount() {
        IntFunction<String> ending = i -> "{principal: role/r%d, expires: %d-%s-%s}"
                .formatted(i, 2000 + i / 336, twoDigits(1 + i / 28 % 12), twoDigits(1 + i % 28));
        assertThat(statements(compile("when: {after: 2027-01-01}\n    unless: " + list(5_000, ending))))
                .isEqualTo(1);
    }

    @Test
    void manyExceptionsOfTwoKeysForDifferentPrincipals() {
        IntFunction<String> pair = i -> "{principal: role/r%d, principal-tag: {k%d: v}}".formatted(i, i);
        assertTooMany("unless: " + list(5_000, pair));
        assertThat(statements(compile("unless: " + list(63, pair)))).isEqualTo(64);
    }

    @Test
    void manyExceptionsOfTwoKeysThatEnd() {
        Checked<Compilation> compiled = compile("unless: "
                + list(
                        5_000,
                        i -> "{principal: role/r%d-*, region: eu-west-%d, expires: 2027-01-0%d}"
                                .formatted(i, i % 3, 1 + i % 5)));
        assertThat(compiled.errors()).extracting(Finding::id).containsExactly(PolicyFindings.TOO_LARGE);
    }

    /** A statement that names one of them has the complements of all others beside it. */
    @Test
    void exceptionsOfManyKeysThatEnd() {
        Checked<Compilation> compiled = compile("unless: "
                + list(
                        8_000,
                        i -> "{principal-tag: {k%d: v}, expires: 2027-01-%s}".formatted(i, twoDigits(1 + i % 28))));
        assertThat(statements(compiled)).isEqualTo(29);
        assertThat(compiled.errors()).extracting(Finding::id).containsExactly(PolicyFindings.TOO_LARGE);
    }

    /** Of patterns that nothing but a long walk can tell apart, nothing is told. */
    @Test
    void patternsThatAreHardToCompare() {
        String stars = "*a".repeat(100);
        Checked<Compilation> compiled = compile("unless: "
                + list(2_000, i -> "{principal: \"role/" + stars + i + "\", expires: 2027-01-0" + (1 + i % 5) + "}"));
        assertThat(statements(compiled)).isEqualTo(6);
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static void assertTooMany(String conditions) {
        assertThat(compile(conditions).errors())
                .extracting(Finding::id)
                .containsExactly(IntentFindings.TOO_MANY_STATEMENTS);
    }

    private static int statements(Checked<Compilation> compiled) {
        assertThat(compiled.value()).as("%s", compiled.findings()).isPresent();
        return compiled.value().get().policies().stream()
                .mapToInt(policy -> policy.document().statements().size())
                .sum();
    }

    private static Checked<Compilation> compile(String conditions) {
        return read("policy: P\nrules:\n  - sid: S\n    deny: \"*\"\n    " + conditions + "\n");
    }

    private static Checked<Compilation> read(String yaml) {
        SourceText text = SourceText.of("intent.yaml", yaml);
        return assertTimeoutPreemptively(PROMPTLY, () -> PolicyCompiler.create().compile(text));
    }

    private static String list(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String lines(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining("\n", "", "\n"));
    }
}
