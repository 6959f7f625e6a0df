package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Comparison.Family;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.ContextValue;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.simulator.StatementMatcher;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every operator, on a single-valued and a multivalued key of its type, with every list of up to two values, against
 * every state that the key can be in: its complement is true exactly where it is false.
 */
class ComplementTest {
    /** Values that requests carry; all well-formed, several of them equal under some operator or next to a bound. */
    private static final ImmutableMap<Family, ImmutableList<String>> REQUEST_VALUES =
            ImmutableMap.<Family, ImmutableList<String>>builder()
                    .put(Family.STRING, ImmutableList.of("a", "A", "ab", "alice", "*", ""))
                    .put(Family.NUMERIC, ImmutableList.of("4", "5", "5.0", "7", "10", "11"))
                    .put(
                            Family.DATE,
                            ImmutableList.of(
                                    "2026-01-01T00:00:00Z",
                                    "2025-12-31T23:59:59.999Z",
                                    "2026-01-01T02:00:00+02:00",
                                    "1767225601"))
                    .put(Family.BOOL, ImmutableList.of("true", "false", "TRUE"))
                    .put(Family.IP, ImmutableList.of("192.0.2.1", "192.0.3.1", "2001:db8::1", "::ffff:192.0.2.1"))
                    .put(
                            Family.ARN,
                            ImmutableList.of(
                                    "arn:aws:iam::111122223333:role/a",
                                    "arn:aws:iam::111122223333:user/x:role/a",
                                    "arn:aws:iam::111122223333:user/alice"))
                    .put(Family.BINARY, ImmutableList.of("QQ==", "QUJD"))
                    .put(Family.NULL, ImmutableList.of("a", ""))
                    .buildOrThrow();

    private static final ImmutableMap<Family, ImmutableList<String>> POLICY_VALUES =
            ImmutableMap.<Family, ImmutableList<String>>builder()
                    .put(
                            Family.STRING,
                            ImmutableList.of("a", "a*", "", "${aws:username}", "${aws:userid}", "${aws:TagKeys}"))
                    .put(Family.NUMERIC, ImmutableList.of("5", "10"))
                    .put(Family.DATE, ImmutableList.of("2026-01-01", "2026-01-01T00:00:01Z"))
                    .put(Family.BOOL, ImmutableList.of("true", "false"))
                    .put(Family.IP, ImmutableList.of("192.0.2.0/24", "2001:db8::/32", "0.0.0.0/0"))
                    .put(
                            Family.ARN,
                            ImmutableList.of(
                                    "arn:aws:iam::*:role/a",
                                    "arn:aws:iam::*:user/${aws:username}",
                                    "arn:aws:iam::*:user/${aws:userid}"))
                    .put(Family.BINARY, ImmutableList.of("QQ=="))
                    .put(Family.NULL, ImmutableList.of("true", "false"))
                    .buildOrThrow();

    private static final ImmutableMap<Family, String> SINGLE_VALUED = ImmutableMap.<Family, String>builder()
            .put(Family.STRING, "aws:PrincipalTag/team")
            .put(Family.NUMERIC, "s3:max-keys")
            .put(Family.DATE, "aws:TokenIssueTime")
            .put(Family.BOOL, "aws:MultiFactorAuthPresent")
            .put(Family.IP, "aws:SourceIp")
            .put(Family.ARN, "aws:PrincipalArn")
            .put(Family.BINARY, "example:Blob")
            .put(Family.NULL, "aws:PrincipalTag/team")
            .buildOrThrow();

    /** Families for which the catalogue has a multivalued key; under String operators anything can be text. */
    private static final ImmutableMap<Family, String> MULTIVALUED = ImmutableMap.of(
            Family.STRING, "aws:TagKeys",
            Family.BOOL, "codebuild:secondarySources.insecureSsl",
            Family.ARN, "backup:FrameworkArns",
            Family.NULL, "aws:TagKeys");

    private static final SourceSpan NOWHERE = SourceText.of("test", "test").start();

    private int points;

    /** Operators that have no complement, each on a key of its own type. */
    @Test
    void complementIsTrueExactlyWhereTheConditionIsFalse() {
        Set<String> refused = new LinkedHashSet<>();
        for (ConditionOperator operator : operators()) {
            Family family = operator.comparison().family();
            check(operator, SINGLE_VALUED.get(family), false).ifPresent(refused::add);
            Optional.ofNullable(MULTIVALUED.get(family))
                    .flatMap(key -> check(operator, key, true))
                    .ifPresent(refused::add);
        }
        List<String> expected = new ArrayList<>();
        for (ConditionOperator operator : operators()) {
            Family family = operator.comparison().family();
            boolean binary = family == Family.BINARY;
            boolean anyIfExists = operator.qualifier() == SetQualifier.FOR_ANY_VALUE && operator.ifExists();
            if (binary || anyIfExists) {
                expected.add(operator + " on " + SINGLE_VALUED.get(family));
            }
            boolean scalar = operator.qualifier() == SetQualifier.NONE && operator.comparison() != Comparison.NULL;
            if (MULTIVALUED.containsKey(family) && (anyIfExists || scalar)) {
                expected.add(operator + " on " + MULTIVALUED.get(family));
            }
        }
        assertThat(refused).containsExactlyElementsOf(expected);
        assertThat(points).isGreaterThan(20_000);
    }

    /** Ordering, Arn and Ip operators on a key of another type: its values may be malformed for them, so they are refused. */
    @Test
    void operatorsThatDoNotSeeMalformedValuesAreRefusedOnKeysOfOtherTypes() {
        for (ConditionOperator operator : operators()) {
            Family own = operator.comparison().family();
            boolean blind = own == Family.ARN || own == Family.IP || isOrdering(operator.comparison());
            for (Family family : SINGLE_VALUED.keySet()) {
                String key = SINGLE_VALUED.get(family);
                if (family == own || family == Family.BINARY || own == Family.BINARY) {
                    continue;
                }
                boolean anyIfExists = operator.qualifier() == SetQualifier.FOR_ANY_VALUE && operator.ifExists();
                if (blind || anyIfExists) {
                    assertThat(complement(condition(
                                    operator, key, POLICY_VALUES.get(own).subList(0, 1))))
                            .as("%s on %s", operator, key)
                            .isEmpty();
                } else {
                    // The others see every text, also what is malformed for them.
                    assertThat(checkOn(operator, key, REQUEST_VALUES.get(family), false))
                            .isEmpty();
                }
            }
        }
    }

    /** Refused as a whole, or exact for each list of values. */
    private Optional<String> check(ConditionOperator operator, String key, boolean multivalued) {
        return checkOn(operator, key, REQUEST_VALUES.get(operator.comparison().family()), multivalued);
    }

    private Optional<String> checkOn(ConditionOperator operator, String key, List<String> values, boolean multivalued) {
        boolean isRefused = false;
        for (List<String> wanted : lists(operator.comparison())) {
            Condition condition = condition(operator, key, wanted);
            Optional<Formula> complement = complement(condition);
            isRefused |= complement.isEmpty();
            if (complement.isPresent()) {
                assertThat(isRefused)
                        .as("%s refused for some lists only", operator)
                        .isFalse();
                for (ContextValue state : states(values, multivalued)) {
                    points++;
                    assertOpposite(condition, complement.get(), request(key, state));
                }
            }
        }
        return isRefused ? Optional.of(operator + " on " + key) : Optional.empty();
    }

    private static void assertOpposite(Condition condition, Formula complement, Request request) {
        assertThat(holds(complement, request))
                .as(
                        "not %s is %s, under %s",
                        condition, complement, request.context().get(condition.key()))
                .isEqualTo(!holds(condition, request));
    }

    private static boolean holds(Formula formula, Request request) {
        if (formula instanceof Formula.Leaf leaf) {
            return holds(leaf.condition().condition(), request);
        }
        return formula instanceof Formula.And and
                ? and.parts().stream().allMatch(part -> holds(part, request))
                : ((Formula.Or) formula).parts().stream().anyMatch(part -> holds(part, request));
    }

    private static boolean holds(Condition condition, Request request) {
        Statement statement = Statement.of(
                Effect.DENY,
                new ActionElement.Action(ImmutableList.of(new ActionPattern("*"))),
                new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))),
                ImmutableList.of(condition));
        Truth truth =
                StatementMatcher.prepare(statement, PolicyVersion.V2012_10_17).matches(request);
        assertThat(truth).isNotEqualTo(Truth.UNKNOWN);
        return truth == Truth.TRUE;
    }

    private static Optional<Formula> complement(Condition condition) {
        return Complement.of(new LocatedCondition(condition, NOWHERE), new Findings());
    }

    private static Condition condition(ConditionOperator operator, String key, List<String> values) {
        return new Condition(
                operator,
                ConditionKey.of(key),
                values.stream().map(ValueTemplate::new).collect(ImmutableList.toImmutableList()));
    }

    /** Absent, and what a key can hold: one value if it is single-valued, also as a list, or up to two. */
    private static List<ContextValue> states(List<String> values, boolean multivalued) {
        List<ContextValue> states = new ArrayList<>(List.of(ContextValue.ABSENT));
        states.add(ContextValue.listOf(List.of()));
        for (String first : values) {
            states.add(ContextValue.listOf(List.of(first)));
            if (multivalued) {
                values.forEach(second -> states.add(ContextValue.listOf(List.of(first, second))));
            } else {
                states.add(ContextValue.of(first));
            }
        }
        return states;
    }

    /** Each value alone and each pair of two, in both orders; Bool and Null take one. */
    private static List<List<String>> lists(Comparison comparison) {
        ImmutableList<String> values = POLICY_VALUES.get(comparison.family());
        Stream<List<String>> single = values.stream().map(List::of);
        if (comparison == Comparison.BOOL || comparison == Comparison.NULL) {
            return single.toList();
        }
        Stream<List<String>> pairs =
                values.stream().flatMap(first -> values.stream().map(second -> List.of(first, second)));
        return Stream.concat(single, pairs).toList();
    }

    /** The user name has a value, the user id none, and a multivalued key never resolves. */
    private static Request request(String key, ContextValue value) {
        return Request.builder(IamUser.of("111122223333", "alice", Credentials.LONG_LIVED), "s3:GetObject")
                .absent("aws:userid")
                .context("aws:TagKeys", List.of("a"))
                .build()
                .with(ImmutableMap.of(ConditionKey.of(key), value));
    }

    private static boolean isOrdering(Comparison comparison) {
        return comparison.word().contains("Than");
    }

    private static List<ConditionOperator> operators() {
        return ConditionOperator.words().stream()
                .map(word -> ConditionOperator.parse(word).orElseThrow())
                .filter(operator ->
                        operator.comparison() != Comparison.NULL || operator.qualifier() == SetQualifier.NONE)
                .toList();
    }
}
