package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.policy.PrincipalElement.PrincipalSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generators of policies over the whole language, from the small pools of {@link SampleValues}: near misses and
 * collisions are the rule. Every document that they make can be written and read again without an error. Edge cases are
 * left out: the pools hold them, and jqwik would compute every combination of them.
 */
public final class PolicyArbitraries {
    private PolicyArbitraries() {}

    public static Arbitrary<PolicyDocument> serviceControlPolicies() {
        return documents(PolicyType.SERVICE_CONTROL_POLICY);
    }

    /** Documents as the grammar of a type allows them, one to four statements. */
    public static Arbitrary<PolicyDocument> documents(PolicyType type) {
        return Combinators.combine(
                        versions(),
                        Arbitraries.of("", "policy-1").optional(0.1),
                        statements(type).list().ofMinSize(1).ofMaxSize(4))
                .as((version, id, statements) -> new PolicyDocument(version, id, distinctSids(statements)))
                .withoutEdgeCases();
    }

    /** Versions as they are written: mostly the current one, sometimes the older one or none. */
    public static Arbitrary<Optional<PolicyVersion>> versions() {
        return Arbitraries.frequency(
                Tuple.of(6, Optional.of(PolicyVersion.V2012_10_17)),
                Tuple.of(1, Optional.of(PolicyVersion.V2008_10_17)),
                Tuple.of(1, Optional.empty()));
    }

    /** Statements of SCPs. */
    public static Arbitrary<Statement> statements() {
        return statements(PolicyType.SERVICE_CONTROL_POLICY);
    }

    public static Arbitrary<Statement> statements(PolicyType type) {
        Arbitrary<ImmutableList<Condition>> conditions =
                conditions().list().ofMaxSize(4).map(PolicyArbitraries::distinct);
        return Combinators.combine(
                        Arbitraries.of("Deny", "a1", "0").map(Sid::new).optional(0.5),
                        statements(type, actions(), resources(), conditions))
                .as((sid, statement) -> sid.map(statement::withSid).orElse(statement))
                .withoutEdgeCases();
    }

    /** Statements of given parts, with an effect and, where the grammar of the type has one, a principal element. */
    public static Arbitrary<Statement> statements(
            PolicyType type,
            Arbitrary<ActionElement> actions,
            Arbitrary<ResourceElement> resources,
            Arbitrary<ImmutableList<Condition>> conditions) {
        return Combinators.combine(
                        Arbitraries.of(type.effects()),
                        present(type.principal(), principals(type)),
                        actions,
                        present(type.resource(), resources),
                        conditions)
                .as((effect, principal, action, resource, condition) ->
                        new Statement(Optional.empty(), effect, principal, action, resource, condition))
                .withoutEdgeCases();
    }

    private static <T> Arbitrary<Optional<T>> present(PolicyType.Presence presence, Arbitrary<T> element) {
        return presence == PolicyType.Presence.REQUIRED
                ? element.map(Optional::of)
                : Arbitraries.just(Optional.<T>empty());
    }

    public static Arbitrary<ActionElement> actions() {
        return Combinators.combine(
                        Arbitraries.of(SampleValues.ACTION_PATTERNS)
                                .map(ActionPattern::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .map(ImmutableList::copyOf),
                        mostlyTrue())
                .as((patterns, plain) ->
                        plain ? new ActionElement.Action(patterns) : new ActionElement.NotAction(patterns));
    }

    public static Arbitrary<ResourceElement> resources() {
        return Combinators.combine(
                        Arbitraries.of(SampleValues.RESOURCE_PATTERNS)
                                .map(ValueTemplate::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .map(ImmutableList::copyOf),
                        mostlyTrue())
                .as((patterns, plain) ->
                        plain ? new ResourceElement.Resource(patterns) : new ResourceElement.NotResource(patterns));
    }

    /** Whom a statement is about: of an RCP everybody, as its grammar asks; otherwise some of {@link SamplePrincipals}. */
    public static Arbitrary<PrincipalElement> principals(PolicyType type) {
        if (type == PolicyType.RESOURCE_CONTROL_POLICY) {
            return Arbitraries.of(
                            new PrincipalElement.Everyone(),
                            new PrincipalElement.Listed(ImmutableMap.of(Kind.AWS, ImmutableList.of("*"))))
                    .map(PrincipalElement.Principal::new);
        }
        return Combinators.combine(principalSets(), mostlyTrue())
                .as((set, plain) ->
                        plain ? new PrincipalElement.Principal(set) : new PrincipalElement.NotPrincipal(set));
    }

    /** Conditions on keys of {@link SampleValues#KEYS}: mostly operators and values that fit the key, not always. */
    public static Arbitrary<Condition> conditions() {
        return Arbitraries.of(SampleValues.KEYS)
                .flatMap(key -> operators(key)
                        .flatMap(operator -> values(operator.comparison(), key)
                                .map(values -> new Condition(operator, ConditionKey.of(key), values))))
                .withoutEdgeCases();
    }

    /** All operators: 27 comparisons with each qualifier, with and without {@code IfExists}. */
    public static Arbitrary<ConditionOperator> operators() {
        return operators(Arbitraries.of(Comparison.values()));
    }

    private static Arbitrary<ConditionOperator> operators(String key) {
        List<Comparison> fitting = List.of(Comparison.values()).stream()
                .filter(comparison -> comparison.family() == SampleValues.family(key)
                        || comparison.family() == Comparison.Family.NULL)
                .toList();
        return operators(Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(fitting)), Tuple.of(1, Arbitraries.of(Comparison.values()))));
    }

    private static Arbitrary<ConditionOperator> operators(Arbitrary<Comparison> comparisons) {
        return Combinators.combine(Arbitraries.of(SetQualifier.values()), comparisons, Arbitraries.of(true, false))
                .as((qualifier, comparison, ifExists) ->
                        new ConditionOperator(qualifier, comparison, ifExists && comparison != Comparison.NULL));
    }

    /** One to three values for a comparison with a key, one in ten of them malformed. */
    public static Arbitrary<ImmutableList<ValueTemplate>> values(Comparison comparison, String key) {
        return Arbitraries.frequencyOf(
                        Tuple.of(9, Arbitraries.of(SampleValues.policyValues(comparison, key))),
                        Tuple.of(1, Arbitraries.of(SampleValues.MALFORMED)))
                .map(ValueTemplate::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(ImmutableList::copyOf);
    }

    /** Mostly a few names of one kind: a caller, its role and its account, or only some of these. */
    private static Arbitrary<PrincipalSet> principalSets() {
        Arbitrary<PrincipalSet> listed = Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.just(ImmutableList.of(Kind.AWS))),
                        Tuple.of(
                                3,
                                Arbitraries.of(Kind.class)
                                        .list()
                                        .uniqueElements()
                                        .ofMinSize(1)
                                        .ofMaxSize(3)
                                        .map(ImmutableList::copyOf)))
                .flatMap(PolicyArbitraries::listed);
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(new PrincipalElement.Everyone())), Tuple.of(7, listed));
    }

    private static Arbitrary<PrincipalSet> listed(ImmutableList<Kind> kinds) {
        List<Arbitrary<ImmutableList<String>>> names = new ArrayList<>();
        kinds.forEach(kind -> names.add(Arbitraries.of(SamplePrincipals.of(kind))
                .list()
                .ofMinSize(1)
                .ofMaxSize(kind == Kind.AWS ? 4 : 2)
                .map(ImmutableList::copyOf)));
        return Combinators.combine(names).as(chosen -> {
            ImmutableMap.Builder<Kind, ImmutableList<String>> byKind = ImmutableMap.builder();
            for (int i = 0; i < kinds.size(); i++) {
                byKind.put(kinds.get(i), chosen.get(i));
            }
            return new PrincipalElement.Listed(byKind.buildOrThrow());
        });
    }

    private static Arbitrary<Boolean> mostlyTrue() {
        return Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false));
    }

    /** A statement holds no two conditions of one operator and key; the first of them stays. */
    private static ImmutableList<Condition> distinct(List<Condition> conditions) {
        Map<List<Object>, Condition> byName = new LinkedHashMap<>();
        conditions.forEach(condition -> byName.putIfAbsent(List.of(condition.operator(), condition.key()), condition));
        return ImmutableList.copyOf(byName.values());
    }

    /** Sids are unique in a document: the place of the statement makes them so. */
    private static ImmutableList<Statement> distinctSids(List<Statement> statements) {
        ImmutableList.Builder<Statement> distinct = ImmutableList.builder();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            String suffix = "x" + i;
            distinct.add(statement
                    .sid()
                    .map(sid -> statement.withSid(new Sid(sid.text() + suffix)))
                    .orElse(statement));
        }
        return distinct.build();
    }
}
