package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.glob.GlobMiss.Reason;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.simulator.ConditionExplanation.RequestValue;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of one value of a condition. */
class ValueExplanationTest {
    private static final String USER_AGENT = "Boto3/1.43.0 md/Botocore#1.43.67 ua/2.1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            StringLike | *boto*    | Boto3/1.0 | has `B` at character 1, wants `b`; differs in letter case only
            StringNotLike | *boto* | Boto3/1.0 | has `B` at character 1, wants `b`; differs in letter case only
            StringLike | *aws-cli* | amd aws/2 | gets as far as `*aws`, then has `/` at character 8, wants `-`
            StringLike | *aws-cli* | curl/7    | has no `a`
            StringLike | *l*aws*   | curl/7    | gets as far as `*l*`, then has no `a`
            StringLike | curl      | curl/7    | goes on with `/7` at character 5
            StringLike | *curl/7?* | curl/7    | ends after character 6, wants `?*`
            StringLike | *0123456789012345678901234 | 012345678901234567890123x | gets as far as `…12345678901234567890123`, then has `x` at character 25, wants `4`
            StringLike | ????????????????????????𐐀 | ???????????????????????? | ends after character 24, wants `𐐀`
            StringLike | a         | a0123456789012345678901𐐀x | goes on with `0123456789012345678901…` at character 2
            StringLike | a?c       | axd       | has `d` at character 3, wants `c`
            StringLike | a b*      | ab        | has `b` at character 2, wants a blank
            StringLike | 𐐀*       | 𐐁         | has `𐐁` at character 2, wants `𐐀`
            StringLike | a${*}b*   | a*c       | gets as far as `a${*}`, then has `c` at character 3, wants `b`
            StringEquals | Team    | team      | has `t` at character 1, wants `T`; differs in letter case only
            StringEquals | a*b     | axb       | has `x` at character 2, wants `*`
            StringEqualsIgnoreCase | TEAM-a | team-B | has `B` at character 6, wants `a`
            ArnLike | arn:aws:iam::444455556666:user/* | arn:aws:iam::111122223333:user/a | account is 111122223333, wants 444455556666
            ArnLike | arn:aws:s3:eu-*::b | arn:aws:s3:::b | Region is none, wants eu-*
            ArnLike | arn:aws-cn:s3:*::b | arn:aws:s3:::b | partition is aws, wants aws-cn
            ArnLike | arn:aws:iam::*:root | arn:aws:iam::1:user/a | resource is user/a, wants root
            ArnLike | arn:*:*:*:*:user/*x | arn:aws:iam::1:user/a | gets as far as `user/*`, then has no `x`
            ArnLike | arn:aws:iam::*:user/A | arn:aws:iam::1:user/a | has `a` at character 21, wants `A`; differs in letter case only
            ArnLike | arn:aws:iam::1 | arn:aws:iam::1:user/a | is no ARN pattern, which fails towards denial
            ArnLike | arn:aws:iam::1:user/a | alice | the request's value is no ARN, so neither ArnLike nor ArnNotLike matches
            NotIpAddress | 10.0.0.0/8 | nowhere | the request's value is no address, so neither IpAddress nor NotIpAddress matches
            IpAddress | 2001:db8::1/32 | 2001:db8::1 | is no network
            NumericEquals | 1 | one | the request's value is no number
            NumericLessThan | one | 1 | is no number
            DateLessThan | soon | 2026-01-01T00:00:00Z | is no date
            NumericEquals | 1 | 2 |
            StringLike | ${aws:username} | bob | has `b` at character 1, wants `a`
            StringLike | ${aws:nobody} | bob | aws:nobody is absent, so the value matches nothing
            StringLike | ${aws:TagKeys} | bob | aws:TagKeys is multivalued, so the value matches nothing
            StringLike | ${Account} | bob | Account is no context key, so the value matches nothing
            StringLike | "${aws:nobody, 'x'}" | bob | aws:nobody is absent, so the default counts; has `b` at character 1, wants `x`
            """)
    void saysWhatIsMissed(String operator, String value, String actual, String note) {
        ValueExplanation explained = explain(operator, PolicyVersion.V2012_10_17, actual, value)
                .values()
                .get(0);

        assertThat(explained.matches()).isEqualTo(Truth.FALSE);
        assertThat(explained.note()).isEqualTo(Optional.ofNullable(note));
    }

    @Test
    void saysWhatBecameOfVariables() {
        ImmutableList<ValueExplanation> explained = explain(
                        "ArnLike",
                        PolicyVersion.V2012_10_17,
                        "arn:aws:iam::1:user/alice",
                        "arn:aws:iam::*:user/${aws:username}",
                        "arn:aws:iam::*:user/${aws:nobody, 'alice'}",
                        "arn:aws:iam::*:user/${aws:userid}",
                        "arn:aws:iam::*:user/${example:Star}")
                .values();

        assertThat(explained)
                .extracting(ValueExplanation::matches)
                .containsExactly(Truth.TRUE, Truth.TRUE, Truth.UNKNOWN, Truth.FALSE);
        assertThat(explained)
                .extracting(ValueExplanation::resolved)
                .containsExactly(
                        Optional.of("arn:aws:iam::*:user/alice"),
                        Optional.of("arn:aws:iam::*:user/alice"),
                        Optional.empty(),
                        Optional.of("arn:aws:iam::*:user/${*}"));
        assertThat(explained)
                .extracting(ValueExplanation::note)
                .containsExactly(
                        Optional.empty(),
                        Optional.of("aws:nobody is absent, so the default counts"),
                        Optional.of("aws:userid is unknown"),
                        Optional.of("gets as far as `user/`, then has `a` at character 21, wants `*`"));
    }

    @Test
    void theOlderVersionHasNoVariables() {
        ValueExplanation explained = explain("StringEquals", PolicyVersion.V2008_10_17, "alice", "${aws:username}")
                .values()
                .get(0);

        assertThat(explained.note()).contains("version 2008-10-17 has no variables");
        assertThat(explained.resolved()).isEmpty();
    }

    @Test
    void namesTheDoubtedRuleThatLeavesAValueOpen() {
        Condition condition = Condition.of(Comparison.ARN_LIKE, "example:Key", "arn:aws:iam::1", "alice");
        Doubts doubts = new Doubts(ImmutableSet.copyOf(DoubtfulRule.values()));
        PlannedCondition planned = Planner.plan(condition, Effect.DENY, PolicyVersion.V2012_10_17, doubts);
        Request request =
                request().context("example:Key", "arn:aws:iam::1:user/alice").build();
        ConditionExplanation explained = ConditionExplanation.of(planned, PolicyVersion.V2012_10_17, request.context());

        assertThat(explained.values())
                .extracting(ValueExplanation::matches)
                .containsExactly(Truth.UNKNOWN, Truth.FALSE);
        assertThat(explained.values().get(0).note()).contains("rests on short-arn-pattern, which is doubted");
    }

    /** Stars count in the place of the pattern, which is where a reader would look. */
    @Test
    void namesBothPlaces() {
        ValueMiss miss = explain("StringLike", PolicyVersion.V2012_10_17, USER_AGENT, "**boto*")
                .values()
                .get(0)
                .missed()
                .orElseThrow();

        assertThat(miss.pattern()).isEqualTo(3);
        assertThat(miss.miss().character()).isEqualTo(1);
        assertThat(miss.miss().wanted()).contains("b");
        assertThat(miss.miss().found()).contains("B");
        assertThat(miss.miss().reason()).isEqualTo(Reason.LETTER_CASE);
    }

    @Test
    void eachOfSeveralValuesOfTheRequestIsExplained() {
        ConditionExplanation explained =
                explain("ForAllValues:StringLike", List.of("cost-1", "Team", "owner"), "cost-*", "team");

        assertThat(explained.truth()).isEqualTo(Truth.FALSE);
        assertThat(explained.values()).isEmpty();
        assertThat(explained.each())
                .extracting(RequestValue::truth)
                .containsExactly(Truth.TRUE, Truth.FALSE, Truth.FALSE);
        assertThat(explained.each())
                .extracting(value ->
                        value.values().stream().map(one -> one.value().text()).toList())
                .containsExactly(List.of("cost-*"), List.of("team"), List.of());
        assertThat(text(explained))
                .containsExactly(
                        "\"Team\" matches none of 2: team (has `T` at character 1, wants `t`; differs in letter case only)",
                        "\"owner\" matches none of 2",
                        "\"cost-1\" matches cost-*");
    }

    @Test
    void aSetIsAsOpenAsItsValues() {
        ConditionExplanation explained =
                explain("ForAnyValue:StringNotEquals", List.of("a", "b"), "a", "${aws:userid}");

        assertThat(explained.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(text(explained))
                .containsExactly("\"b\" perhaps matches ${aws:userid}: aws:userid is unknown", "\"a\" matches a");
    }

    @Test
    void aListNeedsAQualifier() {
        assertThat(text(explain("StringNotEquals", List.of("a"), "b")))
                .containsExactly("a list, which no operator without ForAnyValue or ForAllValues matches");
    }

    /** So many pairs that their misses are not looked for: only the matches are said. */
    @Test
    void longListsAreSaidInShort() {
        List<String> many = IntStream.range(0, 2_000).mapToObj(i -> "V" + i).toList();
        ConditionExplanation explained = explain("ForAllValues:StringEquals", many, "v1", "V2", "V3", "V4", "V5", "V6");

        assertThat(explained.each().get(1).values()).isEmpty();
        assertThat(explained.each().get(2).values()).hasSize(1);
        assertThat(text(explained)).hasSize(6).last().isEqualTo("… and 1995 more");
        assertThat(new ConditionText(explained).line())
                .isEqualTo("ForAllValues:StringEquals example:Key = [\"V0\", \"V1\", \"V2\", … and 1997 more]: "
                        + "\"V0\" matches none of 6");
    }

    private static ImmutableList<String> text(ConditionExplanation explained) {
        return new ConditionText(explained).values();
    }

    private static ConditionExplanation explain(
            String operator, PolicyVersion version, String actual, String... values) {
        return explain(
                operator, version, request().context("example:Key", actual).build(), values);
    }

    private static ConditionExplanation explain(String operator, List<String> actual, String... values) {
        Request request = request().context("example:Key", actual).build();
        return explain(operator, PolicyVersion.V2012_10_17, request, values);
    }

    private static ConditionExplanation explain(
            String operator, PolicyVersion version, Request request, String... values) {
        Condition condition = Condition.of(ConditionOperator.parse(operator).orElseThrow(), "example:Key", values);
        PlannedCondition planned = Planner.plan(condition, Effect.DENY, version, Doubts.NONE);
        return ConditionExplanation.of(planned, version, request.context());
    }

    private static Request.Builder request() {
        return Request.builder(IamUser.of("111122223333", "alice", Credentials.LONG_LIVED), "s3:GetObject")
                .context("aws:TagKeys", List.of("team"))
                .context("example:Star", "*")
                .absent("aws:nobody");
    }
}
