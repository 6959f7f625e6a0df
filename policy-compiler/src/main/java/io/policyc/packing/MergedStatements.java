package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionSlot;
import io.policyc.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one statement of those that are equal but for one list of which one element has to match. Never of NotAction,
 * NotResource or negated conditions: those of two statements mean what both leave out, not what either does.
 */
final class MergedStatements {
    /** A merge by one list may make another one possible. */
    private static final int ROUNDS = 4;

    /** More operators and keys than this are not tried one by one. */
    private static final int MOST_SLOTS = 1_000;

    private final Frame frame;
    private final int room;

    private MergedStatements(Frame frame, int room) {
        this.frame = frame;
        this.room = room;
    }

    static ImmutableList<Traced> of(ImmutableList<Traced> statements, Frame frame, int room) {
        MergedStatements pass = new MergedStatements(frame, room);
        ImmutableList<Traced> merged = statements;
        for (int round = 0; round < ROUNDS; round++) {
            int before = merged.size();
            merged = pass.by(Joint.ACTIONS, merged);
            merged = pass.by(Joint.RESOURCES, merged);
            for (ConditionSlot slot : slots(merged)) {
                merged = pass.by(Joint.ofCondition(slot), merged);
            }
            if (merged.size() == before) {
                break;
            }
        }
        return merged;
    }

    private static ImmutableSet<ConditionSlot> slots(ImmutableList<Traced> statements) {
        return statements.stream()
                .map(traced -> traced.statement().conditions())
                .filter(conditions -> conditions.size() <= Joint.MOST_CONDITIONS)
                .flatMap(conditions -> conditions.stream().map(ConditionSlot::of))
                .distinct()
                .limit(MOST_SLOTS)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** A statement that would not fit into a document any more stays as it is, and the next ones are joined to another. */
    private ImmutableList<Traced> by(Joint joint, ImmutableList<Traced> statements) {
        Map<String, Integer> first = new HashMap<>();
        List<Traced> merged = new ArrayList<>();
        for (Traced traced : statements) {
            Optional<String> key = joint.rest(traced.statement());
            Integer at = key.map(first::get).orElse(null);
            if (at != null) {
                Statement joined = joint.join(merged.get(at).statement(), traced.statement());
                if (frame.size(joined) <= room) {
                    merged.set(at, merged.get(at).joinedWith(traced, joined));
                    continue;
                }
            }
            key.ifPresent(rest -> first.put(rest, merged.size()));
            merged.add(traced);
        }
        return ImmutableList.copyOf(merged);
    }
}
