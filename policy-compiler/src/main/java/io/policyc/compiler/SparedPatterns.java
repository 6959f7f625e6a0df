package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.glob.Effort;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ConditionSlot;
import io.policyc.simulator.PatternExtent;
import java.util.List;

/** An exception with the values of its conditions made ready to compare, because each is compared with many others. */
record SparedPatterns(Spared spared, ImmutableList<Condition> conditions, List<ImmutableList<PatternExtent>> values) {
    /** Looking at two exceptions costs as much as comparing some symbols. */
    private static final int COST_OF_A_LOOK = 4;

    static SparedPatterns of(Spared spared) {
        ImmutableList<Condition> conditions = spared.conditions();
        return new SparedPatterns(
                spared, conditions, conditions.stream().map(ValueLists::of).toList());
    }

    /** Whether this one surely spares whomever the other one spares, while both last. */
    boolean covers(SparedPatterns other, Effort effort) {
        if (conditions.size() < spared.parts().size() || conditions.size() > other.conditions.size()) {
            return false;
        }
        for (int i = 0; i < conditions.size(); i++) {
            if (!isImpliedBySome(i, other, effort)) {
                return false;
            }
        }
        return true;
    }

    /** Whether both are one condition, and this one has all values of the other one, which it covers. */
    boolean isListWithAllOf(SparedPatterns other) {
        return conditions.size() == 1
                && other.spared.parts().size() == 1
                && ImmutableSet.copyOf(conditions.get(0).values())
                        .containsAll(other.conditions.get(0).values());
    }

    private boolean isImpliedBySome(int at, SparedPatterns other, Effort effort) {
        Condition ours = conditions.get(at);
        for (int j = 0; j < other.conditions.size(); j++) {
            Condition theirs = other.conditions.get(j);
            if (!effort.spend(COST_OF_A_LOOK)) {
                return false;
            }
            boolean comparable =
                    Disjunction.listMeansAny(ours) && ConditionSlot.of(ours).equals(ConditionSlot.of(theirs));
            if (ours.equals(theirs) || (comparable && ValueLists.covers(values.get(at), other.values.get(j), effort))) {
                return true;
            }
        }
        return false;
    }

    /** Whether surely no request is spared by both. */
    boolean excludes(SparedPatterns other, Effort effort) {
        for (int i = 0; i < conditions.size(); i++) {
            for (int j = 0; j < other.conditions.size(); j++) {
                if (!effort.spend(COST_OF_A_LOOK)) {
                    return false;
                }
                if (demandsOne(conditions.get(i))
                        && ConditionSlot.of(conditions.get(i)).equals(ConditionSlot.of(other.conditions.get(j)))
                        && ValueLists.exclude(values.get(i), other.values.get(j), effort)) {
                    return true;
                }
            }
        }
        return false;
    }

    long characters() {
        return conditions.stream()
                .flatMap(condition -> condition.values().stream())
                .mapToLong(value -> value.text().length())
                .sum();
    }

    /** Whether the one value of the key must be in the list. */
    static boolean demandsOne(Condition condition) {
        ConditionOperator operator = condition.operator();
        return operator.qualifier() == SetQualifier.NONE
                && !operator.ifExists()
                && !operator.comparison().negated();
    }
}
