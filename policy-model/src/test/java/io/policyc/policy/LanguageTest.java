package io.policyc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small words of the language: operators, keys, templates, actions, ARNs, sizes. */
final class LanguageTest {

    @Test
    void everyOperatorIsParsedFromItsWord() {
        int count = 0;
        for (SetQualifier qualifier : SetQualifier.values()) {
            for (Comparison comparison : Comparison.values()) {
                ConditionOperator plain = new ConditionOperator(qualifier, comparison, false);
                assertThat(ConditionOperator.parse(plain.word())).contains(plain);
                count++;
                if (comparison != Comparison.NULL) {
                    assertThat(ConditionOperator.parse(plain.word() + "IfExists"))
                            .contains(plain.withIfExists());
                    count++;
                }
            }
        }
        assertThat(Comparison.values()).hasSize(27);
        assertThat(ConditionOperator.words()).hasSize(count).hasSize(3 * (2 * 27 - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stringequals",
                "StringEquals ",
                "NullIfExists",
                "ForAnyValue:NullIfExists",
                "ForAnyValue:",
                "forAnyValue:StringLike",
                "ForAllValues:ForAnyValue:StringLike",
                "StringLikeIfExistsIfExists",
                "NotNull",
            })
    void anyOtherWordIsNoOperator(String word) {
        assertThat(ConditionOperator.parse(word)).isEmpty();
    }

    @Test
    void anOperatorChangesInOnePart() {
        ConditionOperator operator = ConditionOperator.of(Comparison.STRING_LIKE)
                .withIfExists()
                .withQualifier(SetQualifier.FOR_ANY_VALUE)
                .withComparison(Comparison.ARN_NOT_LIKE);
        assertThat(operator).hasToString("ForAnyValue:ArnNotLikeIfExists");
        assertThatThrownBy(() -> operator.withComparison(Comparison.NULL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aComparisonIsNegatedIfItsWordSaysNot() {
        for (Comparison comparison : Comparison.values()) {
            assertThat(comparison.negated())
                    .as(comparison.word())
                    .isEqualTo(comparison.word().contains("Not"));
        }
    }

    @Test
    void wildcardsAndVariablesBelongToStringsAndArns() {
        assertThat(List.of(Comparison.values()).stream()
                        .filter(Comparison::hasWildcards)
                        .map(Comparison::word))
                .containsExactly("StringLike", "StringNotLike", "ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike");
        assertThat(Comparison.STRING_EQUALS.hasVariables()).isTrue();
        assertThat(Comparison.IP_ADDRESS.hasVariables()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aws:PrincipalArn", "aws:PrincipalTag/team", "aws:RequestTag/a b:c/d", "s3:max-keys", "aws:a/ü"})
    void aConditionKeyIsServiceAndName(String text) {
        assertThat(ConditionKey.isValid(text)).isTrue();
        assertThat(ConditionKey.of(text).spelling()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "aws", "aws:", ":a", "aws: a", "a ws:a", "aws:a*", "aws:${b}", "aws::a", "aws:a\nb", "aws:a?"
            })
    void anyOtherTextIsNoConditionKey(String text) {
        assertThat(ConditionKey.isValid(text)).isFalse();
        assertThatThrownBy(() -> ConditionKey.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoSpellingsAreOneConditionKeyWhateverTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            ConditionKey one = ConditionKey.of("aws:SourceIp");
            ConditionKey other = ConditionKey.of("AWS:SOURCEIP");
            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isEqualByComparingTo(other);
            assertThat(one).hasToString("aws:SourceIp");
            assertThat(one.folded()).isEqualTo("aws:sourceip");
            assertThat(one).isNotEqualTo(ConditionKey.of("aws:SourceIps"));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Parts are written as: text 'x', star, any, and {key} or {key=default}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "plain|'plain'",
                "\"\"|\"\"",
                "*|star",
                "a*b?c|'a' star 'b' any 'c'",
                "**|star star",
                "${aws:username}|{aws:username}",
                "home/${aws:username}/*|'home/' {aws:username} '/' star",
                "${aws:PrincipalTag/team, 'none'}|{aws:PrincipalTag/team=none}",
                "${aws:a, ''}|{aws:a=}",
                "${aws:a, 'x*'}|{aws:a=x*}",
                "${a}${b}|{a} {b}",
                "${*}|'*'",
                "a${?}b${$}{c}|'a?b${c}'",
                "${|'${'",
                "${}|'${}'",
                "${aws:a|'${aws:a'",
                "${ aws:a}|'${ aws:a}'",
                "${aws:a,'x'}|'${aws:a,'x'}'",
                "${aws:a, \"\"x\"\"}|'${aws:a, \"\"x\"\"}'",
                "${${aws:a}}|'${${aws:a}}'",
                "$|'$'",
                "$$${$}|'$$$'",
                "{aws:a}|'{aws:a}'",
            })
    void aTemplateIsSplitIntoParts(String text, String parts) {
        assertThat(parts(text, PolicyVersion.V2012_10_17)).isEqualTo(parts);
    }

    @Test
    void withoutVariablesOnlyWildcardsMeanSomething() {
        assertThat(parts("${aws:a}*", PolicyVersion.V2008_10_17)).isEqualTo("'${aws:a}' star");
        assertThat(parts("${*}", PolicyVersion.V2008_10_17)).isEqualTo("'${' star '}'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"${|true", "${}|true", "${a|true", "${a b}|true", "${a}|false", "${*}|false", "$|false", "{}|false"
            })
    void aMalformedVariableIsNoticed(String text, boolean malformed) {
        assertThat(new ValueTemplate(text).hasMalformedVariable()).isEqualTo(malformed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "s3:GetObject",
                "S3:getobject",
                "s3:*",
                "s3:*Object",
                "ec2:Describe?nstances",
                "a-b:c",
                "s3:**"
            })
    void anActionIsAStarOrServiceAndName(String text) {
        assertThat(ActionPattern.isValid(text)).isTrue();
        assertThat(new ActionPattern(text).isEverything()).isEqualTo(text.equals("*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s3", "s3:", ":x", "*:*", "s3*:Get", "s3:Get Object", "**", "s3:a:b", "s3:Gét", "s3:Get\n"})
    void anyOtherTextIsNoAction(String text) {
        assertThat(ActionPattern.isValid(text)).isFalse();
        assertThatThrownBy(() -> new ActionPattern(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anArnHasSixFieldsOfWhichTheLastRunsOn() {
        assertThat(Arn.parse("arn:aws:lambda:eu-central-1:111122223333:function:f:1"))
                .contains(new Arn("aws", "lambda", "eu-central-1", "111122223333", "function:f:1"));
        assertThat(Arn.parse("arn:aws:s3:::b/k").orElseThrow()).hasToString("arn:aws:s3:::b/k");
        assertThat(Arn.parse("arn:aws:s3:::").orElseThrow().resource()).isEmpty();
        assertThat(Arn.parse("arn:aws:s3:*")).isEmpty();
        assertThat(Arn.parse("ARN:aws:s3:::b")).isEmpty();
        assertThat(Arn.parse("a:b:c:d:e:f")).isEmpty();
        assertThat(Arn.parse("")).isEmpty();
    }

    @Test
    void aSizeCountsCharactersAndBytes() {
        assertThat(PolicySize.of("")).isEqualTo(new PolicySize(0, 0));
        assertThat(PolicySize.of("aü日\ud83d\ude00")).isEqualTo(new PolicySize(4, 10));
        assertThat(PolicySize.of("ü").counted()).isEqualTo(2);
    }

    @Test
    void aSizeOverTheLimitIsAFinding() {
        SourceText text = SourceText.of("p", "x");
        assertThat(PolicyLimits.AWS.checkSize("p", "x".repeat(10_240), text.start()))
                .isEmpty();
        assertThat(PolicyLimits.AWS.checkSize("p", "x".repeat(10_241), text.start()))
                .hasValueSatisfying(finding -> assertThat(finding.message())
                        .isEqualTo("`p` has 10,241 characters; the limit is 10,240 (profile aws)"));
        assertThat(PolicyLimits.AWS_BEFORE_2026_05.checkSize("p", "x".repeat(5_121), text.start()))
                .isPresent();
        assertThat(PolicyLimits.named("aws")).contains(PolicyLimits.AWS);
        assertThat(PolicyLimits.named("AWS")).isEmpty();
    }

    @Test
    void aSizeIsWrittenTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            SourceText text = SourceText.of("p", "x");
            assertThat(PolicyLimits.AWS
                            .checkSize("p", "x".repeat(10_241), text.start())
                            .orElseThrow()
                            .message())
                    .contains("10,241");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void conditionsAreGroupedByOperatorInTheOrderOfTheirFirst() {
        Condition a1 = Condition.of(Comparison.BOOL, "aws:a", "true");
        Condition b1 = Condition.of(Comparison.NULL, "aws:a", "true");
        Condition a2 = Condition.of(Comparison.BOOL, "aws:b", "true");
        assertThat(statement(a1, b1, a2).conditions()).containsExactly(a1, a2, b1);
        assertThatThrownBy(() -> statement(a1, Condition.of(Comparison.BOOL, "AWS:A", "false")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> statement(a1, b1, a1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void emptyListsAreRefused() {
        assertThatThrownBy(() -> PolicyDocument.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ActionElement.Action(ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResourceElement.NotResource(ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Condition.of(Comparison.BOOL, "aws:a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDocumentWithoutAVersionIsOfTheOlderOne() {
        PolicyDocument document = new PolicyDocument(Optional.empty(), Optional.empty(), ImmutableList.of(statement()));
        assertThat(document.effectiveVersion()).isEqualTo(PolicyVersion.V2008_10_17);
        assertThat(PolicyDocument.of(List.of(statement())).effectiveVersion()).isEqualTo(PolicyVersion.V2012_10_17);
    }

    @Test
    void theFixedFormOfAPolicyIsThis() {
        assertThat(PolicyWriter.minified(LocatedPolicy.FULL_AWS_ACCESS.document()))
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");
    }

    private static Statement statement(Condition... conditions) {
        return Statement.of(
                Effect.DENY,
                new ActionElement.Action(ImmutableList.of(new ActionPattern("*"))),
                new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))),
                List.of(conditions));
    }

    private static String parts(String text, PolicyVersion version) {
        return new ValueTemplate(text)
                .parts(version).stream().map(LanguageTest::words).collect(Collectors.joining(" "));
    }

    private static String words(ValueTemplate.Part part) {
        if (part instanceof ValueTemplate.Literal literal) {
            return "'" + literal.text() + "'";
        }
        if (part instanceof ValueTemplate.Variable variable) {
            return "{" + variable.key()
                    + variable.defaultText().map(text -> "=" + text).orElse("") + "}";
        }
        return part instanceof ValueTemplate.AnyRun ? "star" : "any";
    }
}
