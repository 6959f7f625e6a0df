package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import io.policyc.expectation.TestedPolicies;
import io.policyc.finding.Printable;
import io.policyc.organization.Level;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.KeyUse;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyWriter;
import io.policyc.simulator.Literals;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies of a call as text, minified as they are attached, and the keys that they look at.
 *
 * @param obstacle what is in the way of sending them
 */
record SentPolicies(
        ImmutableList<ImmutableList<String>> levels,
        ImmutableList<String> identity,
        Optional<String> boundary,
        Optional<String> resource,
        ImmutableSetMultimap<ConditionKey, Comparison.Family> keys,
        Optional<NotComparable> obstacle) {

    private static final int MOST_LEVELS = 7;
    private static final int LONGEST_DOCUMENT = 131_072;
    private static final char LAST_CHARACTER = '\u00FF';

    /**
     * The policies that a caller meets.
     *
     * @param levels the SCPs of its account from the root on; none if there are none
     * @param grants whether policies that grant are looked at; if not, everything is granted
     */
    static SentPolicies of(TestedPolicies policies, ImmutableList<Level> levels, boolean grants) {
        ImmutableList<LocatedPolicy> identity = policies.identity()
                .orElse(grants ? ImmutableList.of() : ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS));
        ImmutableList<LocatedPolicy> all = Stream.of(
                        levels.stream().flatMap(level -> level.policies().stream()),
                        identity.stream(),
                        policies.boundary().stream(),
                        policies.resource().stream())
                .flatMap(policy -> policy)
                .collect(ImmutableList.toImmutableList());
        ImmutableSetMultimap<ConditionKey, Comparison.Family> keys = all.stream()
                .flatMap(policy -> KeyUse.of(policy.document()))
                .collect(ImmutableSetMultimap.toImmutableSetMultimap(KeyUse::key, KeyUse::family));
        return new SentPolicies(
                levels.stream().map(level -> texts(level.policies())).collect(ImmutableList.toImmutableList()),
                texts(identity),
                policies.boundary().map(SentPolicies::text),
                policies.resource().map(SentPolicies::text),
                keys,
                obstacle(levels)
                        .or(() -> all.stream()
                                .flatMap(policy -> obstacle(policy).stream())
                                .findFirst()));
    }

    private static ImmutableList<String> texts(ImmutableList<LocatedPolicy> policies) {
        return policies.stream().map(SentPolicies::text).collect(ImmutableList.toImmutableList());
    }

    private static String text(LocatedPolicy policy) {
        return PolicyWriter.minified(policy.document());
    }

    private static Optional<NotComparable> obstacle(ImmutableList<Level> levels) {
        if (levels.size() > MOST_LEVELS) {
            return Optional.of(NotComparable.of(Obstacle.LEVELS, "there are " + levels.size()));
        }
        return levels.stream()
                .filter(level -> level.policies().isEmpty())
                .findFirst()
                .map(level -> NotComparable.of(Obstacle.EMPTY_LEVEL, Printable.quoted(level.name())));
    }

    private static Optional<NotComparable> obstacle(LocatedPolicy policy) {
        String text = text(policy);
        if (text.length() > LONGEST_DOCUMENT) {
            return in(policy, Obstacle.DOCUMENT_SIZE);
        }
        if (text.chars().anyMatch(c -> c > LAST_CHARACTER)) {
            return in(policy, Obstacle.DOCUMENT_CHARACTERS);
        }
        return hasAddressThatIsNone(policy.document()) ? in(policy, Obstacle.ADDRESS_LIST) : Optional.empty();
    }

    private static Optional<NotComparable> in(LocatedPolicy policy, Obstacle obstacle) {
        return Optional.of(NotComparable.of(obstacle, "in " + Printable.quoted(policy.name())));
    }

    private static boolean hasAddressThatIsNone(PolicyDocument document) {
        return document.statements().stream()
                .flatMap(statement -> statement.conditions().stream())
                .anyMatch(SentPolicies::hasAddressThatIsNone);
    }

    private static boolean hasAddressThatIsNone(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        return comparison.family() == Comparison.Family.IP
                && condition.values().size() > 1
                && condition.values().stream().anyMatch(value -> !Literals.isWellFormed(value, comparison));
    }
}
