package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionSlot;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.LocatedPolicy.Origin;
import io.policyc.policy.LocatedPolicy.StatementPlace;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement and where it comes from.
 *
 * @param place empty if its document comes from no text; otherwise every place of it has an origin
 */
record Traced(Statement statement, Optional<StatementPlace> place) {

    /** The statements of a policy. */
    static ImmutableList<Traced> of(LocatedPolicy policy) {
        ImmutableList.Builder<Traced> traced = ImmutableList.builder();
        for (int i = 0; i < policy.document().statements().size(); i++) {
            Statement statement = policy.document().statements().get(i);
            Optional<StatementPlace> place = policy.places().isEmpty()
                    ? Optional.empty()
                    : Optional.of(policy.places().get(i));
            traced.add(new Traced(statement, place.map(found -> named(found, policy.name(), statement.sid()))));
        }
        return traced.build();
    }

    /** A document that was packed before keeps its origins. */
    private static StatementPlace named(StatementPlace place, String policy, Optional<Sid> sid) {
        return place.origin().isPresent()
                ? place
                : new StatementPlace(
                        place.statement(), place.conditions(), Optional.of(new Origin(policy, sid)), place.others());
    }

    /** Another statement that means the same, with conditions of the same operators and keys in the same order. */
    Traced with(Statement other) {
        return new Traced(other, place);
    }

    /**
     * The same with other conditions, each of which stands for the one at its place in the list; the statement groups them
     * by operator, and their places follow.
     */
    Traced withConditions(ImmutableList<Condition> changed) {
        Statement next = new Statement(
                statement.sid(),
                statement.effect(),
                statement.principal(),
                statement.action(),
                statement.resource(),
                changed);
        return new Traced(next, place.map(found -> ordered(found, changed, next.conditions())));
    }

    /** One statement for this one and another, which has a condition of each operator and key of this one. */
    Traced joinedWith(Traced other, Statement joined) {
        if (place.isEmpty() || other.place.isEmpty()) {
            return new Traced(joined, place);
        }
        StatementPlace mine = place.get();
        StatementPlace others = ordered(other.place.get(), other.statement.conditions(), joined.conditions());
        return new Traced(
                joined,
                Optional.of(new StatementPlace(
                        mine.statement(),
                        mine.conditions(),
                        mine.origin(),
                        Stream.concat(mine.others().stream(), others.all().map(Traced::alone))
                                .collect(ImmutableList.toImmutableList()))));
    }

    private static StatementPlace alone(StatementPlace place) {
        return new StatementPlace(place.statement(), place.conditions(), place.origin(), ImmutableList.of());
    }

    private static StatementPlace ordered(
            StatementPlace place, ImmutableList<Condition> from, ImmutableList<Condition> to) {
        Map<ConditionSlot, Integer> indices = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            indices.put(ConditionSlot.of(from.get(i)), i);
        }
        return ordered(
                place,
                to.stream()
                        .map(condition -> Objects.requireNonNull(indices.get(ConditionSlot.of(condition))))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static StatementPlace ordered(StatementPlace place, ImmutableList<Integer> order) {
        return new StatementPlace(
                place.statement(),
                order.stream().map(place.conditions()::get).collect(ImmutableList.toImmutableList()),
                place.origin(),
                place.others().stream().map(other -> ordered(other, order)).collect(ImmutableList.toImmutableList()));
    }
}
