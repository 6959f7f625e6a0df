package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.Comparison;
import io.policyc.policy.Comparison.Family;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ValueTemplate;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of raw conditions: the whole table of operators, on keys of every declared type, with well-formed values. */
public final class RawArbitraries {
    private static final ImmutableList<String> SINGLE_VALUED = ImmutableList.of(
            "aws:PrincipalArn",
            "aws:PrincipalARN",
            "aws:SourceIp",
            "aws:CurrentTime",
            "aws:TokenIssueTime",
            "aws:MultiFactorAuthAge",
            "s3:max-keys",
            "aws:MultiFactorAuthPresent",
            "aws:UserAgent",
            "aws:PrincipalTag/team",
            "AWS:principaltag/Team",
            "aws:username",
            "example:Unknown");

    private static final ImmutableList<String> MULTIVALUED = ImmutableList.of(
            "aws:TagKeys", "aws:PrincipalOrgPaths", "codebuild:secondarySources.insecureSsl", "backup:FrameworkArns");

    private static final ImmutableMap<Family, ImmutableList<String>> VALUES =
            ImmutableMap.<Family, ImmutableList<String>>builder()
                    .put(
                            Family.STRING,
                            ImmutableList.of(
                                    "alice",
                                    "Alice",
                                    "al*",
                                    "al?ce",
                                    "team",
                                    "red",
                                    "*",
                                    "",
                                    "cost-*",
                                    "true",
                                    "10",
                                    "2026-01-01T00:00:00Z",
                                    "arn:aws:iam::111122223333:role/admin",
                                    "arn:aws:iam::*:role/*",
                                    "${aws:username}",
                                    "team-${aws:PrincipalTag/team}",
                                    "${aws:PrincipalTag/team, 'red'}",
                                    "al${*}ce"))
                    .put(Family.NUMERIC, ImmutableList.of("0", "1", "-1", "5", "10", "10.0", "10.5", "3600", "1e3"))
                    .put(
                            Family.DATE,
                            ImmutableList.of(
                                    "2026-01-01T00:00:00Z",
                                    "2026-01-01T00:00:01Z",
                                    "2025-12-31T23:59:59Z",
                                    "2026-01-01T02:00:00+02:00",
                                    "2026-01-01",
                                    "1767225600"))
                    .put(Family.BOOL, ImmutableList.of("true", "false"))
                    .put(Family.NULL, ImmutableList.of("true", "false"))
                    .put(Family.BINARY, ImmutableList.of("QUJD", "QQ=="))
                    .put(
                            Family.IP,
                            ImmutableList.of(
                                    "203.0.113.0/24",
                                    "203.0.113.7",
                                    "203.0.113.7/32",
                                    "0.0.0.0/0",
                                    "10.0.0.0/8",
                                    "2001:db8::/32",
                                    "2001:0DB8:0::7"))
                    .put(
                            Family.ARN,
                            ImmutableList.of(
                                    "arn:aws:iam::111122223333:role/admin",
                                    "arn:aws:iam::*:role/admin",
                                    "arn:aws:iam::111122223333:role/*",
                                    "arn:aws:iam::*:role/team/*",
                                    "arn:aws:iam::111122223333:role/???in",
                                    "arn:aws:iam::1111*:*",
                                    "arn:*:iam::111122223333:*",
                                    "arn:aws:iam::*:user/${aws:username}",
                                    "arn:aws:iam::*:root"))
                    .buildOrThrow();

    /** Built once: jqwik takes long to compare generators that are built again and again. */
    private static final Arbitrary<Condition> CONDITIONS = build();

    private RawArbitraries() {}

    /** Conditions that the reader takes, but for a few; most of them have a complement. */
    public static Arbitrary<Condition> conditions() {
        return CONDITIONS;
    }

    private static Arbitrary<Condition> build() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.oneOf(conditions(SINGLE_VALUED))),
                        Tuple.of(1, Arbitraries.oneOf(conditions(MULTIVALUED))))
                .withoutEdgeCases();
    }

    private static List<Arbitrary<Condition>> conditions(List<String> keys) {
        return keys.stream().map(RawArbitraries::conditions).toList();
    }

    private static Arbitrary<Condition> conditions(String spelling) {
        ConditionKey key = ConditionKey.of(spelling);
        Arbitrary<List<Integer>> numbers =
                Arbitraries.integers().between(0, 99).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(operators(key), numbers)
                .as((operator, picked) -> new Condition(operator, key, values(operator.comparison(), picked)));
    }

    /** Families that are made for the key, or String, or Null; once in a while any. */
    private static Arbitrary<ConditionOperator> operators(ConditionKey key) {
        Family own = ContextKeys.typeOf(key).map(type -> type.values().family()).orElse(Family.STRING);
        boolean multivalued = ContextKeys.typeOf(key).map(KeyType::multivalued).orElse(false);
        Arbitrary<Comparison> comparisons = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(comparisons(own))),
                Tuple.of(4, Arbitraries.of(comparisons(Family.STRING))),
                Tuple.of(2, Arbitraries.of(comparisons(Family.NULL))),
                // Of a key without a declared type nobody knows which of its values are malformed.
                Tuple.of(1, Arbitraries.of(ContextKeys.typeOf(key).isPresent() ? any() : exactOnEveryText())));
        Arbitrary<SetQualifier> qualifiers = Arbitraries.frequency(
                Tuple.of(multivalued ? 1 : 24, SetQualifier.NONE),
                Tuple.of(multivalued ? 12 : 2, SetQualifier.FOR_ANY_VALUE),
                Tuple.of(multivalued ? 12 : 2, SetQualifier.FOR_ALL_VALUES));
        return Combinators.combine(
                        comparisons, qualifiers, Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)))
                .as((comparison, qualifier, ifExists) -> comparison == Comparison.NULL
                        ? ConditionOperator.of(comparison)
                        : new ConditionOperator(qualifier, comparison, ifExists));
    }

    private static ImmutableList<ValueTemplate> values(Comparison comparison, List<Integer> picked) {
        ImmutableList<String> pool = VALUES.get(comparison.family());
        boolean single = comparison == Comparison.BOOL || comparison == Comparison.NULL;
        return picked.stream()
                .limit(single ? 1 : picked.size())
                .map(number -> new ValueTemplate(pool.get(number % pool.size())))
                .collect(ImmutableList.toImmutableList());
    }

    private static List<Comparison> comparisons(Family family) {
        return any().stream()
                .filter(comparison -> comparison.family() == family)
                .toList();
    }

    private static List<Comparison> exactOnEveryText() {
        return Stream.of(Family.STRING, Family.BOOL)
                .flatMap(family -> comparisons(family).stream())
                .toList();
    }

    private static List<Comparison> any() {
        return List.of(Comparison.values());
    }
}
