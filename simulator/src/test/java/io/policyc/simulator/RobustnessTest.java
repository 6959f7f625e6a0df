package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that no honest caller sends are decided promptly, under every operator. */
class RobustnessTest {
    /** Far more than it takes: a busy machine is no hang. */
    private static final Duration PROMPTLY = Duration.ofSeconds(30);

    /** Characters of a whole SCP. */
    private static final int LONGEST_POLICY = 10_240;

    static Stream<String> values() {
        return Stream.of(
                "a".repeat(1 << 20),
                "Boto3/".repeat(200_000),
                "9".repeat(100_000),
                "1." + "0".repeat(100_000),
                "1e" + "0".repeat(100_000) + "1",
                "1e99999",
                "-1e-99999",
                "1e999999999",
                "2026-01-01T00:00:00." + "1".repeat(1 << 18) + "Z",
                "2026-01-01T00:00:00." + "1".repeat(1 << 18),
                ":".repeat(1 << 18),
                "arn:" + ":".repeat(1 << 18),
                "arn:aws:iam::1:" + "role/".repeat(200_000),
                "1:".repeat(1 << 17),
                "::ffff:" + "1.".repeat(1 << 17),
                "1.1.1.1/" + "0".repeat(1 << 18),
                "QUJD".repeat(1 << 16),
                "İ".repeat(1 << 17),
                "𐐀Σ".repeat(1 << 16),
                "${aws:username}".repeat(50_000),
                "*".repeat(1 << 18),
                "\0\uffff\ud800");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("values")
    void absurdValues(String value) {
        Request request =
                request().context("example:Key", value).resource(value).build();
        assertTimeout(PROMPTLY, () -> {
            for (Comparison comparison : Comparison.values()) {
                for (String wanted : wanted()) {
                    evaluate(Condition.of(comparison, "example:Key", wanted), request);
                }
            }
        });
    }

    /** The value of a variable becomes part of a pattern, which is then compiled for the request. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("values")
    void absurdValuesOfVariables(String value) {
        Request request = request()
                .context("example:Key", "arn:aws:iam::1:user/a")
                .context("aws:username", value)
                .build();
        assertTimeout(PROMPTLY, () -> {
            evaluate(Condition.of(Comparison.STRING_LIKE, "example:Key", "*a*${aws:username}*"), request);
            evaluate(Condition.of(Comparison.ARN_LIKE, "example:Key", "arn:*:*:*:*:*${aws:username}*"), request);
        });
    }

    @ParameterizedTest
    @EnumSource(SetQualifier.class)
    void longLists(SetQualifier qualifier) {
        List<String> values = Collections.nCopies(10_000, "arn:aws:iam::111122223333:user/alice");
        Request request = request().context("example:Key", values).build();
        assertTimeout(PROMPTLY, () -> {
            for (Comparison comparison : Comparison.values()) {
                ConditionOperator operator = ConditionOperator.of(comparison).withQualifier(qualifier);
                for (String wanted : wanted()) {
                    evaluate(Condition.of(operator, "example:Key", wanted), request);
                }
            }
        });
    }

    /** A policy value as long as an SCP may be, against a long value. */
    @ParameterizedTest
    @EnumSource(
            value = Comparison.class,
            names = {"STRING_LIKE", "STRING_EQUALS_IGNORE_CASE", "ARN_LIKE"})
    void longPatterns(Comparison comparison) {
        String pattern = "arn:aws:iam::1:" + "a*?".repeat(3_000) + "b*";
        Request request = request()
                .context("example:Key", "arn:aws:iam::1:" + "a".repeat(1 << 17))
                .build();
        assertTimeout(
                PROMPTLY,
                () -> assertThat(evaluate(Condition.of(comparison, "example:Key", pattern), request))
                        .isEqualTo(Truth.FALSE));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("values")
    void absurdPolicyValues(String text) {
        String value = text.substring(0, Math.min(text.length(), LONGEST_POLICY));
        Request request = request().context("example:Key", "1").build();
        assertTimeout(PROMPTLY, () -> {
            for (Comparison comparison : Comparison.values()) {
                evaluate(Condition.of(comparison, "example:Key", value), request);
            }
        });
    }

    private static List<String> wanted() {
        return List.of(
                "*a*b*",
                "*boto*",
                "1",
                "1e99999",
                "2026",
                "true",
                "10.0.0.0/8",
                "::/0",
                "arn:aws:iam::*:user/*a*?b",
                "x${aws:username}");
    }

    private static Truth evaluate(Condition condition, Request request) {
        Statement statement = Statement.of(
                Effect.DENY,
                new ActionElement.Action(ImmutableList.of(new ActionPattern("s3:*"))),
                new ResourceElement.NotResource(
                        ImmutableList.of(new ValueTemplate("arn:aws:s3:::*x*y/${aws:username}"))),
                List.of(condition));
        return StatementMatcher.prepare(statement, PolicyVersion.V2012_10_17).matches(request);
    }

    private static Request.Builder request() {
        return Request.builder(IamUser.of("111122223333", "alice", Credentials.LONG_LIVED), "s3:GetObject");
    }
}
