package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Effort;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.ContextValue;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is claimed of two patterns holds of every value; and of patterns as people write them enough is claimed. */
class PatternExtentTest {
    private static final String KEY = "aws:PrincipalArn";
    private static final String NAME = "aws:SourceIdentity";
    private static final String VARIABLE = "${" + NAME + "}";

    @ParameterizedTest
    @CsvSource({
        "ArnLike, arn:aws:iam::*:role/ci-*, arn:aws:iam::*:role/ci-prod, covers",
        "ArnLike, arn:aws:iam::*:role/*, arn:aws:iam::111122223333:role/a/*/b?, covers",
        "ArnLike, arn:aws:iam::*:role/*, arn:aws:iam::*:role/${aws:username}, covers",
        "ArnLike, arn:aws:iam::*:role/c?-*, arn:aws:iam::*:role/c?-p*, covers",
        "ArnLike, arn:aws:iam::*:role/ci-prod, arn:aws:iam::*:role/ci-*, meet",
        "ArnLike, arn:aws:iam::*:role/ci-*, arn:aws:iam::*:role/ops*, exclude",
        "ArnLike, arn:aws:iam::*:role/*-a, arn:aws:iam::*:role/*-b, exclude",
        "ArnLike, arn:aws:iam::1*:role/x, arn:aws:iam::2*:role/x, exclude",
        "ArnLike, arn:aws:iam::*:role/x, arn:aws:iam::*:user/x, exclude",
        "ArnLike, arn:aws:iam::*:*/ops*, arn:aws:iam::*:role/*, meet",
        "ArnLike, arn:aws:iam::*:role/${aws:username}, arn:aws:iam::*:role/x, meet",
        "ArnLike, arn:aws:iam::*:role/${aws:username}, arn:aws:iam::*:role/${aws:userid}, meet",
        "ArnLike, arn:*:x, arn:aws:iam::111122223333:x, meet",
        "ArnLike, arn:aws:iam::${aws:username}:role/a, arn:aws:iam::1:b*, meet",
        "ArnLike, arn:aws:iam::${aws:username}:*, arn:aws:iam::1:b*, meet",
        "ArnLike, arn:aws:iam::*:role/x, arn:aws:iam::${aws:username}:role/x, meet",
        "ArnLike, arn:aws:iam::1:role/${aws:username}, arn:aws:iam::1:role/${aws:username}, covers",
        "ArnLike, arn:aws:iam::1:role/${aws:username}, arn:aws:iam::1:user/x, exclude",
        "StringLike, *, abc, covers",
        "StringLike, a${*}c, a*c, meet",
        "StringLike, a*c, a${*}c, covers",
        "StringLike, a${*}c, abc, exclude",
        "StringLike, a?c, ac, exclude",
        "StringEquals, a*, abc, exclude",
        "StringEquals, a${*}, a*, covers",
        "StringEquals, abc, ABC, exclude",
        "StringEquals, *, abc, exclude",
        "StringEquals, a${aws:username}, abc, meet",
        "StringEquals, a${aws:username}, bc, exclude",
        "StringEqualsIgnoreCase, abc, ABC, meet",
        "NumericEquals, 1, 2, meet",
        "IpAddress, 10.0.0.0/8, 10.1.0.0/16, meet",
    })
    void ofTwoPatterns(String operator, String one, String other, String claim) {
        PatternExtent left = extent(condition(operator, one));
        PatternExtent right = extent(condition(operator, other));
        assertThat(left.covers(right, effort())).isEqualTo(claim.equals("covers"));
        assertThat(left.excludes(right, effort())).isEqualTo(claim.equals("exclude"));
        assertThat(right.excludes(left, effort())).isEqualTo(claim.equals("exclude"));
    }

    @Property(tries = 5_000)
    @StatisticsReport(onFailureOnly = true)
    void claimsHold(
            @ForAll("operators") String operator,
            @ForAll("pairs") Tuple.Tuple2<String, String> pair,
            @ForAll("runs") String run,
            @ForAll("runs") String name) {
        String one = pair.get1();
        String other = pair.get2();
        Condition left = condition(operator, one);
        Condition right = condition(operator, other);
        boolean covers = extent(left).covers(extent(right), effort());
        boolean exclude = extent(left).excludes(extent(right), effort());
        Statistics.label("claims")
                .collect(covers ? "covers" : exclude ? "exclude" : "neither")
                .coverage(checker -> {
                    checker.check("covers").percentage(share -> share > 5);
                    checker.check("exclude").percentage(share -> share > 5);
                });
        for (String pattern : List.of(one, other)) {
            String value = pattern.replace(VARIABLE, name).replace("*", run).replace("?", "a");
            boolean inLeft = matches(left, value, name);
            boolean inRight = matches(right, value, name);
            if (covers && inRight) {
                assertThat(inLeft).as(value).isTrue();
            }
            if (exclude) {
                assertThat(inLeft && inRight).as(value).isFalse();
            }
        }
    }

    private static Condition condition(String operator, String value) {
        return Condition.of(ConditionOperator.parse(operator).orElseThrow(), KEY, value);
    }

    private static PatternExtent extent(Condition condition) {
        return PatternExtent.ofValues(condition, PolicyVersion.V2012_10_17).get(0);
    }

    private static Effort effort() {
        return new Effort(10_000);
    }

    private static boolean matches(Condition condition, String value, String name) {
        Statement statement = Statement.of(
                Effect.ALLOW,
                new ActionElement.Action(ImmutableList.of(new ActionPattern("*"))),
                new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))),
                ImmutableList.of(condition));
        Request request = Request.builder(IamUser.of("111122223333", "alice", Credentials.LONG_LIVED), "s3:GetObject")
                .resources(List.of("arn:aws:s3:::b/k"))
                .build()
                .with(Map.of(
                        ConditionKey.of(KEY), ContextValue.of(value), ConditionKey.of(NAME), ContextValue.of(name)));
        return StatementMatcher.prepare(statement, PolicyVersion.V2012_10_17).matches(request) == Truth.TRUE;
    }

    @Provide
    Arbitrary<String> operators() {
        return Arbitraries.of("ArnLike", "ArnLike", "ArnEquals", "StringLike", "StringEquals");
    }

    /** Any two patterns, and a pattern beside one in which a star has become something else, or a variable. */
    @Provide
    Arbitrary<Tuple.Tuple2<String, String>> pairs() {
        return Arbitraries.oneOf(
                Combinators.combine(patterns(), patterns()).as(Tuple::of),
                Combinators.combine(patterns(), runs()).as((one, run) -> Tuple.of(one, one.replace("*", run))),
                Combinators.combine(patterns(), patterns())
                        .as((one, other) -> Tuple.of(one, other.replaceFirst("[*a]", "\\" + VARIABLE))),
                patterns().map(one -> Tuple.of(one, one.replaceFirst("[*b]", "\\" + VARIABLE))));
    }

    /** ARNs of few letters, so that patterns often meet; some have too few fields or colons in their last one. */
    private static Arbitrary<String> patterns() {
        Arbitrary<String> field =
                Arbitraries.strings().withChars("ab*?").ofMinLength(0).ofMaxLength(3);
        Arbitrary<String> last =
                Arbitraries.strings().withChars("ab*?:/").ofMinLength(0).ofMaxLength(6);
        Arbitrary<String> arns =
                Combinators.combine(field, last).as((account, resource) -> "arn:aws:iam::" + account + ":" + resource);
        return Arbitraries.frequencyOf(Tuple.of(5, arns), Tuple.of(1, last));
    }

    @Provide
    Arbitrary<String> runs() {
        return Arbitraries.strings().withChars("ab:/*?").ofMinLength(0).ofMaxLength(4);
    }
}
