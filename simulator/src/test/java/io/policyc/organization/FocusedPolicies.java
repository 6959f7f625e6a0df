package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.PolicyArbitraries;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyType;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.SampleValues;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Policies of one statement whose verdict hangs on one or two conditions, on the resource, or on who calls: the more parts a
 * statement has, the more often it plainly does not match, and the less its parts are tried. Policies of resources have up
 * to three.
 */
final class FocusedPolicies {
    /** Values that are hard for variables and for the Arn operators, beyond those of the pools. */
    private static final ImmutableList<String> HARD_TEXTS = ImmutableList.of(
            "${aws:TagKeys, 'red'}",
            "${aws:TagKeys}",
            "${aws:username, 'alice'}",
            "${s3:max-keys, '10'}${aws:username}",
            "${example:Blob, 'QUJD'}*",
            "${Account}",
            "${Account, 'red'}",
            "a${*}ce",
            "${aws:PrincipalTag/team}${aws:username, ''}");

    private static final ImmutableList<String> HARD_ARNS = ImmutableList.of(
            "${aws:PrincipalArn}",
            "${aws:PrincipalTag/team, ''}arn:aws:iam::111122223333:role/*",
            "ar${aws:PrincipalTag/team, 'n'}:aws:iam::111122223333:role/*",
            "arn:aws:iam::${aws:PrincipalTag/team, '111122223333'}:role/${aws:username}",
            "arn:aws:iam:${aws:PrincipalTag/team, ':111122223333:role'}/${aws:username, 'admin'}",
            "arn:${aws:username}",
            "arn:aws:iam::${Account}:role/*",
            "${aws:username}:aws:iam::111122223333:*",
            "*",
            "arn:*:*:*:*:*",
            "arn:aws:iam::111122223333*:role?admin");

    private static final ImmutableList<String> HARD_RESOURCES = ImmutableList.of(
            "arn:aws:s3:::${aws:TagKeys, 'logs'}",
            "arn:aws:s3::${aws:PrincipalTag/team, ':logs/2026'}/*",
            "arn:${aws:PrincipalTag/team, 'aws:s3'}:::logs*",
            "arn:${aws:PrincipalTag/team}",
            "${aws:PrincipalArn}",
            "arn:aws:*${aws:PrincipalTag/team, ''}:logs/alice/*",
            "arn:aws:s3:*${aws:username}",
            "arn:aws:iam::${Account}:role/*",
            "arn:aws:l*a:*:function:**",
            "arn:aws:iam::*ad?in");

    private static final ActionElement EVERY_ACTION =
            new ActionElement.Action(ImmutableList.of(new ActionPattern("*")));

    private static final ResourceElement EVERY_RESOURCE =
            new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*")));

    private FocusedPolicies() {}

    static Arbitrary<PolicyDocument> documents(PolicyType type) {
        boolean resourceBased = type == PolicyType.RESOURCE_POLICY || type == PolicyType.TRUST_POLICY;
        Arbitrary<Statement> statements = PolicyArbitraries.statements(type, actions(), resources(), conditions());
        Arbitrary<Statement> aboutTheCaller = PolicyArbitraries.statements(
                type,
                Arbitraries.just(EVERY_ACTION),
                Arbitraries.just(EVERY_RESOURCE),
                Arbitraries.just(ImmutableList.of()));
        return Combinators.combine(
                        PolicyArbitraries.versions(),
                        resourceBased
                                ? Arbitraries.frequencyOf(Tuple.of(2, aboutTheCaller), Tuple.of(1, statements))
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(3)
                                : statements.list().ofSize(1))
                .as((version, list) -> new PolicyDocument(version, Optional.empty(), ImmutableList.copyOf(list)))
                .withoutEdgeCases();
    }

    private static Arbitrary<ActionElement> actions() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(EVERY_ACTION)), Tuple.of(1, PolicyArbitraries.actions()));
    }

    private static Arbitrary<ResourceElement> resources() {
        Arbitrary<ResourceElement> hard = Arbitraries.of(HARD_RESOURCES)
                .map(text -> new ResourceElement.Resource(ImmutableList.of(new ValueTemplate(text))));
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(EVERY_RESOURCE)),
                Tuple.of(1, hard),
                Tuple.of(1, PolicyArbitraries.resources()));
    }

    private static Arbitrary<ImmutableList<Condition>> conditions() {
        Arbitrary<Condition> one = Arbitraries.frequencyOf(
                Tuple.of(3, PolicyArbitraries.conditions()),
                Tuple.of(1, hard(Comparison.Family.STRING, HARD_TEXTS, SampleValues.KEYS)),
                Tuple.of(1, hard(Comparison.Family.ARN, HARD_ARNS, ImmutableList.of("aws:PrincipalArn"))));
        return Arbitraries.frequencyOf(
                Tuple.of(5, one.map(ImmutableList::of)),
                Tuple.of(
                        1,
                        one.tuple2()
                                .filter(two ->
                                        !two.get1().operator().equals(two.get2().operator()))
                                .map(two -> ImmutableList.of(two.get1(), two.get2()))));
    }

    /** A value that is hard, alone or with one of the pool before or after it. */
    private static Arbitrary<Condition> hard(Comparison.Family family, List<String> values, List<String> keys) {
        Arbitrary<ConditionOperator> operators = PolicyArbitraries.operators()
                .filter(operator -> operator.comparison().family() == family);
        return Combinators.combine(
                        operators,
                        Arbitraries.of(keys),
                        Arbitraries.of(values).list().ofMinSize(1).ofMaxSize(2))
                .as((operator, key, chosen) -> new Condition(
                        operator,
                        ConditionKey.of(key),
                        chosen.stream().map(ValueTemplate::new).collect(ImmutableList.toImmutableList())));
    }
}
