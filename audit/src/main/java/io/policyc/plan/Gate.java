package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Phase;
import io.policyc.simulator.Truth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether a phase that is attached has been quiet: no denied call of a principal that nobody owns, for as many days as the phase
 * wants.
 *
 * @param quiet a day on which it was known to hold
 */
record Gate(Truth holds, Optional<LocalDate> quiet, ImmutableList<String> evidence, ImmutableList<String> missing) {
    private static final int MOST_CALLS = 5;

    /**
     * By a replay, or by what was recorded.
     *
     * @param recorded the day on which the gate was first seen to hold
     * @param owned whether somebody answers for a principal
     */
    static Gate of(
            Phase phase,
            LocalDate attached,
            LocalDate day,
            Optional<LocalDate> recorded,
            Optional<Replay> replay,
            Function<String, Truth> owned) {
        LocalDate earliest = attached.plusDays(phase.quiet());
        if (replay.isPresent()) {
            Replay logs = replay.get();
            Instant start =
                    logs.to().atOffset(ZoneOffset.UTC).minusDays(phase.quiet()).toInstant();
            Instant attachedAt = attached.atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant window = start.isBefore(attachedAt) ? attachedAt : start;
            List<Replay.DeniedCall> inTime = logs.denied().stream()
                    .filter(call -> !call.last().isBefore(window))
                    .toList();
            List<String> unowned = calls(inTime, call -> owned.apply(call.principal()) == Truth.FALSE);
            if (!unowned.isEmpty()) {
                return new Gate(
                        Truth.FALSE, Optional.empty(), told("denied and nobody's: ", unowned), ImmutableList.of());
            }
            List<String> unclear = calls(inTime, call -> owned.apply(call.principal()) == Truth.UNKNOWN);
            if (!unclear.isEmpty()) {
                ImmutableList<String> missing = told("give --owners, whose is what is denied: ", unclear);
                return new Gate(Truth.UNKNOWN, recorded, ImmutableList.of(), missing);
            }
            boolean covers = !logs.from().isAfter(start) && !start.isBefore(attachedAt);
            boolean fresh = !KeyPlanner.date(logs.to()).isBefore(day.minusDays(1));
            if (covers && fresh) {
                LocalDate since = recorded.orElse(day);
                return new Gate(
                        Truth.TRUE,
                        Optional.of(since),
                        ImmutableList.of(
                                "no denied call without an owner for " + phase.quiet() + " days, seen on " + since),
                        ImmutableList.of());
            }
        }
        if (recorded.isPresent()) {
            return new Gate(
                    Truth.TRUE,
                    recorded,
                    ImmutableList.of("the gate was seen to hold on " + recorded.get()),
                    ImmutableList.of());
        }
        if (earliest.isAfter(day)) {
            return unknown("its " + phase.quiet() + " quiet days are over on " + earliest);
        }
        LocalDate until = earliest.isAfter(day.minusDays(1)) ? earliest : day.minusDays(1);
        String given = replay.map(logs -> ", this one covers " + logs.from() + " to " + logs.to())
                .orElse("");
        return unknown("give a replay (--replay) of the " + phase.quiet() + " days up to " + until
                + "T00:00:00Z or later" + given);
    }

    private static Gate unknown(String missing) {
        return new Gate(Truth.UNKNOWN, Optional.empty(), ImmutableList.of(), ImmutableList.of(missing));
    }

    private static List<String> calls(List<Replay.DeniedCall> calls, Predicate<Replay.DeniedCall> which) {
        return calls.stream()
                .filter(which)
                .map(call -> "`" + call.principal() + "` " + call.action() + ", " + call.calls()
                        + (call.calls() == 1 ? " call" : " calls") + ", last " + call.last())
                .toList();
    }

    private static ImmutableList<String> told(String what, List<String> calls) {
        ImmutableList.Builder<String> sentences = ImmutableList.builder();
        calls.stream().limit(MOST_CALLS).forEach(call -> sentences.add(what + call));
        if (calls.size() > MOST_CALLS) {
            sentences.add("and " + (calls.size() - MOST_CALLS) + " more");
        }
        return sentences.build();
    }
}
