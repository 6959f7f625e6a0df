package io.policyc.coverage;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.simulator.Truth;
import io.policyc.vocabulary.ContextKeys;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a request can meet a condition: it holds for the key's value, it does not, or the key is absent. */
enum Sighting {
    TRUE("never true"),
    FALSE("never false"),
    ABSENT("key never absent");

    private final String missing;

    Sighting(String missing) {
        this.missing = missing;
    }

    /** What there is to say if no request was of this kind. */
    String missing() {
        return missing;
    }

    /** By a verdict; none if it is open. */
    static Optional<Sighting> of(Truth truth) {
        return switch (truth) {
            case TRUE -> Optional.of(TRUE);
            case FALSE -> Optional.of(FALSE);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** Those that a condition can have at all. Null tells of presence itself, so that absence is no third kind. */
    static ImmutableSet<Sighting> possible(Condition condition) {
        boolean alwaysThere = ContextKeys.isInEveryRequest(condition.key());
        Comparison comparison = condition.operator().comparison();
        EnumSet<Sighting> possible = EnumSet.of(TRUE, FALSE);
        if (comparison == Comparison.NULL) {
            possible.retainAll(ofNull(condition, alwaysThere));
        } else {
            if (!alwaysThere) {
                possible.add(ABSENT);
            }
            if (matchesEveryText(condition)) {
                possible.remove(comparison.negated() ? TRUE : FALSE);
            }
        }
        return Sets.immutableEnumSet(possible);
    }

    private static Set<Sighting> ofNull(Condition condition, boolean alwaysThere) {
        SetQualifier qualifier = condition.operator().qualifier();
        if (qualifier != SetQualifier.NONE) {
            return EnumSet.of(qualifier == SetQualifier.FOR_ALL_VALUES ? TRUE : FALSE);
        }
        boolean wantsAbsent = condition.values().stream().anyMatch(value -> isTrue(value.text()));
        boolean wantsPresent = condition.values().stream().anyMatch(value -> !isTrue(value.text()));
        EnumSet<Sighting> possible = EnumSet.of(wantsPresent ? TRUE : FALSE);
        if (!alwaysThere) {
            possible.add(wantsAbsent ? TRUE : FALSE);
        }
        return possible;
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true");
    }

    /** A pattern of stars alone matches whatever the key's value is. */
    private static boolean matchesEveryText(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        return (comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE)
                && condition.values().stream()
                        .anyMatch(value ->
                                !value.text().isEmpty() && value.text().chars().allMatch(c -> c == '*'));
    }
}
