package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Effort;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pieces that a rule takes from a day on, in both forms, each made once: the terms of {@code when} share them. */
final class Pieces {
    private final Exceptions exceptions;
    private final Style style;
    private final SourceSpan place;
    private final Effort effort = ValueLists.effortOfARule();
    private final Map<LocalDate, Piece> nested = new HashMap<>();
    private final Map<LocalDate, Optional<Piece>> guarded = new HashMap<>();

    /** Pieces for the exceptions of the rule at a place. */
    Pieces(Exceptions exceptions, Style style, SourceSpan place) {
        this.exceptions = exceptions;
        this.style = style;
        this.place = place;
    }

    /** From the day on, for everybody but those who are still spared. */
    Piece nested(LocalDate day) {
        return nested.computeIfAbsent(
                day,
                from -> new Piece(
                        Optional.of(Piece.from(from, place(from))),
                        ImmutableList.of(),
                        Piece.ways(exceptions.from(from), style, effort),
                        exceptions.charactersFrom(from)));
    }

    /**
     * From the day on, for those who were spared until then, but for those who are still spared by another exception. None
     * if what an exception asks for holds a negation without a complement.
     */
    Optional<Piece> guarded(LocalDate day) {
        return guarded.computeIfAbsent(day, from -> {
            ImmutableList.Builder<Formula> guards = ImmutableList.builder();
            for (Spared spared : SparedMerge.merged(exceptions.endingOn(from))) {
                Optional<Formula> holds = spared.holds();
                if (holds.isEmpty()) {
                    return Optional.empty();
                }
                guards.add(holds.get());
            }
            return Optional.of(new Piece(
                    Optional.of(Piece.from(from, place(from))),
                    ImmutableList.of(new Formula.Or(guards.build(), place(from))),
                    Piece.ways(exceptions.besideThoseEndingOn(from), style, effort),
                    exceptions.charactersAt(from)));
        });
    }

    private SourceSpan place(LocalDate day) {
        return exceptions.endingOn(day).stream().map(Spared::place).findFirst().orElse(place);
    }
}
