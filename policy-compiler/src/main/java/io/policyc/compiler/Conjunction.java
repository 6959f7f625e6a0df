package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ConditionSlot;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Literals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Terms that must all hold, as one term. Where two have a condition of one operator on one key, the two are made one
 * without changing what they mean, or the second moves to an operator that means the same beside the first. The cost is
 * linear in the values of all terms.
 */
final class Conjunction {
    private final Map<ConditionSlot, LocatedCondition> slots;

    /** The values of slots that say "none of": each further list only adds to them. */
    private final Map<ConditionSlot, Set<ValueTemplate>> noneOf = new HashMap<>();

    private boolean contradiction;
    private Optional<LocatedCondition> culprit = Optional.empty();

    private Conjunction(Term left) {
        this.slots = new LinkedHashMap<>(left.bySlot());
    }

    static Conjunction of(Term left, Iterable<Term> others) {
        Conjunction conjunction = new Conjunction(left);
        others.forEach(other -> other.located().forEach(conjunction::add));
        conjunction.noneOf.forEach(conjunction::put);
        conjunction.settlePresence();
        conjunction.contradiction |= Contradictions.among(conjunction.slots.values());
        return conjunction;
    }

    /** The term; empty if they can never hold together. */
    Optional<Term> term() {
        return contradiction ? Optional.empty() : Optional.of(Term.of(slots.values()));
    }

    /** Whether no statement can say all of it; the condition that found no room is {@link #culprit()}. */
    boolean cannotBeSaid() {
        return !contradiction && culprit.isPresent();
    }

    LocatedCondition culprit() {
        return culprit.orElseThrow();
    }

    private void add(LocatedCondition added) {
        ConditionSlot slot = ConditionSlot.of(added.condition());
        LocatedCondition there = slots.putIfAbsent(slot, added);
        if (there != null && !there.condition().equals(added.condition())) {
            merge(slot, there, added);
        }
    }

    private void merge(ConditionSlot slot, LocatedCondition there, LocatedCondition added) {
        Comparison comparison = slot.operator().comparison();
        SetQualifier qualifier = slot.operator().qualifier();
        if (comparison == Comparison.NULL) {
            contradiction = true;
        } else if (comparison == Comparison.BOOL && qualifier == SetQualifier.NONE) {
            oppositeBooleans(slot, there);
        } else if (comparison.negated() && qualifier != SetQualifier.FOR_ANY_VALUE) {
            noneOf.computeIfAbsent(
                            slot, key -> new LinkedHashSet<>(there.condition().values()))
                    .addAll(added.condition().values());
        } else if (Literals.isOrdering(comparison) && qualifier != SetQualifier.FOR_ANY_VALUE) {
            put(slot, ImmutableList.of(tighter(there, added, comparison)));
        } else if (comparison == Comparison.STRING_EQUALS
                && isPlain(there, added)
                && !slot.operator().ifExists()
                && qualifier == SetQualifier.NONE) {
            intersect(slot, there, added);
        } else if (implies(added.condition(), there.condition())) {
            slots.put(slot, added);
        } else if (!implies(there.condition(), added.condition())) {
            moveToTwin(added);
        }
    }

    /** Of lists that mean "any of" the shorter one asks for more, of those that mean "none of" the longer one. */
    private static boolean implies(Condition one, Condition other) {
        return one.operator().comparison().negated() ? ValueLists.covers(one, other) : ValueLists.covers(other, one);
    }

    /** True and false at once is never the case, and with IfExists only if the key is absent. */
    private void oppositeBooleans(ConditionSlot slot, LocatedCondition there) {
        if (!slot.operator().ifExists()) {
            contradiction = true;
            return;
        }
        slots.remove(slot);
        Condition absent = new Condition(
                ConditionOperator.of(Comparison.NULL), slot.key(), ImmutableList.of(new ValueTemplate("true")));
        add(new LocatedCondition(absent, there.place()));
    }

    /** Each list means its loosest bound; of the two the tighter one counts. */
    private static ValueTemplate tighter(LocatedCondition one, LocatedCondition other, Comparison comparison) {
        ValueTemplate first = Literals.loosest(one.condition().values(), comparison);
        ValueTemplate second = Literals.loosest(other.condition().values(), comparison);
        ValueTemplate looser = Literals.loosest(ImmutableList.of(first, second), comparison);
        return looser.equals(first) ? second : first;
    }

    private void intersect(ConditionSlot slot, LocatedCondition there, LocatedCondition added) {
        Set<ValueTemplate> others = ImmutableSet.copyOf(added.condition().values());
        ImmutableList<ValueTemplate> both =
                there.condition().values().stream().filter(others::contains).collect(ImmutableList.toImmutableList());
        if (both.isEmpty()) {
            contradiction = true;
        } else {
            put(slot, both);
        }
    }

    /** Values without variables are equal exactly when their texts are. */
    private static boolean isPlain(LocatedCondition one, LocatedCondition other) {
        return one.condition().values().stream().noneMatch(value -> value.text().contains("${"))
                && other.condition().values().stream()
                        .noneMatch(value -> value.text().contains("${"));
    }

    /**
     * Beside a condition that demands the key, the same operator with IfExists means the same; ArnEquals and ArnLike always
     * do.
     */
    private void moveToTwin(LocatedCondition added) {
        for (ConditionOperator twin : twins(added.condition().operator())) {
            Condition moved = new Condition(
                    twin, added.condition().key(), added.condition().values());
            LocatedCondition there = slots.get(ConditionSlot.of(moved));
            if (there == null) {
                slots.put(ConditionSlot.of(moved), new LocatedCondition(moved, added.place()));
                return;
            }
            if (there.condition().equals(moved)) {
                return;
            }
        }
        culprit = Optional.of(added);
    }

    private static List<ConditionOperator> twins(ConditionOperator operator) {
        List<ConditionOperator> twins = new ArrayList<>();
        boolean scalar = operator.qualifier() == SetQualifier.NONE;
        boolean forAll = operator.qualifier() == SetQualifier.FOR_ALL_VALUES;
        boolean moves = !operator.ifExists() && (scalar || forAll);
        if (moves) {
            twins.add(operator.withIfExists());
        }
        synonym(operator).ifPresent(twins::add);
        if (moves) {
            synonym(operator).map(ConditionOperator::withIfExists).ifPresent(twins::add);
        }
        return twins;
    }

    private static Optional<ConditionOperator> synonym(ConditionOperator operator) {
        return switch (operator.comparison()) {
            case ARN_EQUALS -> Optional.of(operator.withComparison(Comparison.ARN_LIKE));
            case ARN_LIKE -> Optional.of(operator.withComparison(Comparison.ARN_EQUALS));
            case ARN_NOT_EQUALS -> Optional.of(operator.withComparison(Comparison.ARN_NOT_LIKE));
            case ARN_NOT_LIKE -> Optional.of(operator.withComparison(Comparison.ARN_NOT_EQUALS));
            default -> Optional.empty();
        };
    }

    /** A key demanded absent contradicts one demanded present; Null false beside another demand says nothing more. */
    private void settlePresence() {
        for (LocatedCondition located : List.copyOf(slots.values())) {
            if (!demandsPresence(located.condition())) {
                continue;
            }
            ConditionSlot presence = new ConditionSlot(
                    ConditionOperator.of(Comparison.NULL), located.condition().key());
            LocatedCondition test = slots.get(presence);
            if (test == null || test.equals(located)) {
                continue;
            }
            if (test.condition().values().get(0).text().equals("true")) {
                contradiction = true;
            } else if (located.condition().operator().comparison() != Comparison.NULL) {
                slots.remove(presence);
            }
        }
    }

    private static boolean demandsPresence(Condition condition) {
        ConditionOperator operator = condition.operator();
        return switch (operator.qualifier()) {
            case NONE ->
                operator.comparison() == Comparison.NULL
                        ? condition.values().get(0).text().equals("false")
                        : !operator.ifExists() && !operator.comparison().negated();
            case FOR_ANY_VALUE -> !operator.ifExists();
            case FOR_ALL_VALUES -> false;
        };
    }

    private void put(ConditionSlot slot, Collection<ValueTemplate> values) {
        slots.computeIfPresent(slot, (same, there) -> there.withValues(values));
    }
}
