package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import io.policyc.benchmarks.Draw.Weighted;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws conditions: operators, keys and numbers of values about as often as published policies have them. */
final class ConditionGenerator {
    private static final ImmutableList<String> TAGS = ImmutableList.of("team", "exempt", "exempt-network", "stage");
    private static final ImmutableList<String> ROLES = ImmutableList.of(
            "deployment",
            "break-glass-*",
            "platform/*",
            "audit",
            "aws-reserved/sso.amazonaws.com*/AWSReservedSSO_Admin*");
    private static final ImmutableList<String> FURTHER_REGIONS =
            ImmutableList.of("eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2");

    private final Draw draw;
    private final ImmutableList<Weighted<Supplier<Condition>>> kinds;

    ConditionGenerator(Draw draw) {
        this.draw = draw;
        this.kinds = ImmutableList.<Weighted<Supplier<Condition>>>builder()
                .add(kind(44, () -> roles(Comparison.ARN_NOT_LIKE)))
                .add(kind(3, () -> one(ifExists(Comparison.ARN_NOT_LIKE), "aws:PrincipalArn", role())))
                .add(kind(6, () -> one(Comparison.ARN_LIKE, "aws:PrincipalArn", "arn:aws:iam::*:root")))
                .add(kind(29, () -> one(ifExists(Comparison.STRING_NOT_EQUALS), tag("aws:PrincipalTag/"), "true")))
                .add(kind(4, () -> one(ifExists(Comparison.STRING_NOT_EQUALS), "aws:ResourceTag/team", teamOfCaller())))
                .add(kind(
                        6, () -> one(ifExists(Comparison.STRING_NOT_EQUALS), "aws:SourceVpc", "vpc-0a1b2c3d4e5f60718")))
                .add(kind(5, ConditionGenerator::otherOrganization))
                .add(kind(8, this::elsewhere))
                .add(kind(16, () -> one(Comparison.STRING_EQUALS, tag("aws:RequestTag/"), "public")))
                .add(kind(4, () -> one(Comparison.STRING_NOT_LIKE, tag("aws:PrincipalTag/"), "platform-*")))
                .add(kind(12, () -> one(Comparison.NULL, tag("aws:RequestTag/"), "true")))
                .add(kind(9, () -> one(ifExists(Comparison.BOOL), "aws:ViaAWSService", "false")))
                .add(kind(3, () -> one(Comparison.BOOL, "aws:SecureTransport", "false")))
                .add(kind(7, this::otherNetwork))
                .add(kind(5, () -> one(anyOf(Comparison.STRING_LIKE), "aws:TagKeys", "internal:*")))
                .add(kind(2, () -> one(Comparison.NUMERIC_LESS_THAN, "aws:MultiFactorAuthAge", "3600")))
                .build();
    }

    /** Those conditions and as many more, each with another operator or key. */
    ImmutableList<Condition> with(int number, Condition... first) {
        Map<String, Condition> drawn = new LinkedHashMap<>();
        for (Condition condition : first) {
            drawn.put(name(condition), condition);
        }
        while (drawn.size() < first.length + number) {
            Condition condition = draw.weighted(kinds).get();
            drawn.putIfAbsent(name(condition), condition);
        }
        return ImmutableList.copyOf(drawn.values());
    }

    private static String name(Condition condition) {
        return condition.operator() + " " + condition.key().folded();
    }

    /** The Region is none of those that are in use. */
    Condition elsewhere() {
        String[] regions = Stream.concat(
                        Stream.of("eu-west-1"), FURTHER_REGIONS.stream().limit(draw.below(3)))
                .toArray(String[]::new);
        return Condition.of(Comparison.STRING_NOT_EQUALS, "aws:RequestedRegion", regions);
    }

    /** The caller's network, or the resource, is none of the organization. */
    Condition outside() {
        return draw.oneIn(2) ? otherNetwork() : otherOrganization();
    }

    private static Weighted<Supplier<Condition>> kind(int weight, Supplier<Condition> condition) {
        return new Weighted<>(weight, condition);
    }

    private Condition roles(Comparison comparison) {
        return draw.oneIn(10)
                ? Condition.of(comparison, "aws:PrincipalArn", role(), "arn:aws:iam::*:role/platform-" + draw.below(9))
                : Condition.of(comparison, "aws:PrincipalArn", role());
    }

    private Condition otherNetwork() {
        return Condition.of(
                ifExists(Comparison.NOT_IP_ADDRESS),
                "aws:SourceIp",
                "192.0.2.0/24",
                "198.51.100.0/25",
                "2001:db8::/48");
    }

    private static Condition otherOrganization() {
        return one(ifExists(Comparison.STRING_NOT_EQUALS), "aws:ResourceOrgID", "o-a1b2c3d4e5");
    }

    private String role() {
        return "arn:aws:iam::*:role/" + draw.from(ROLES);
    }

    private String tag(String prefix) {
        return prefix + draw.from(TAGS);
    }

    private static String teamOfCaller() {
        return "${aws:PrincipalTag/team}";
    }

    private static Condition one(Comparison comparison, String key, String value) {
        return Condition.of(comparison, key, value);
    }

    private static Condition one(ConditionOperator operator, String key, String value) {
        return Condition.of(operator, key, value);
    }

    private static ConditionOperator ifExists(Comparison comparison) {
        return ConditionOperator.of(comparison).withIfExists();
    }

    private static ConditionOperator anyOf(Comparison comparison) {
        return ConditionOperator.of(comparison).withQualifier(SetQualifier.FOR_ANY_VALUE);
    }
}
