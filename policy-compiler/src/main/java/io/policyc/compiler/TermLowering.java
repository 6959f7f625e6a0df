package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.policyc.finding.Findings;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One term of a rule's {@code when}, and no exception in force, as the terms of statements. For the days on which exceptions
 * end there are two forms, nested and guarded, and two ways of saying that nobody is spared, multiplied and split. All are
 * exact at every time, as docs/design/007-expiry-and-exclusive-exceptions.md proves; the shortest is taken.
 */
final class TermLowering {
    /** Far beyond the limit of statements nobody has to know how many they are. */
    private static final int MOST_TERMS = 4 * RuleLowering.MOST_STATEMENTS;

    /** Which of the ways of each piece is taken: the first one, the last one, or whichever makes fewer terms by itself. */
    private enum Way {
        FIRST,
        LAST,
        FEWER
    }

    /** Terms that say it, and how long the lists of exceptions in them are as they are written. */
    private record Candidate(ImmutableList<Term> terms, long characters) {
        boolean isShorterThan(Candidate other) {
            return terms.size() != other.terms.size()
                    ? terms.size() < other.terms.size()
                    : characters < other.characters;
        }
    }

    private final Exceptions exceptions;
    private final Style style;
    private final SourceSpan place;
    private final Pieces pieces;

    TermLowering(Exceptions exceptions, Style style, SourceSpan place) {
        this.exceptions = exceptions;
        this.style = style;
        this.place = place;
        this.pieces = new Pieces(exceptions, style, place);
    }

    /** The days on which the rule changes for a term: others lie outside the times of which the term speaks. */
    ImmutableList<LocalDate> days(Term when) {
        return exceptions.days().stream()
                .filter(day -> !TimeBounds.startAfter(when, day) && !TimeBounds.endBefore(when, day))
                .collect(ImmutableList.toImmutableList());
    }

    /** The form of fewest statements, then of shortest lists, then guarded, then multiplied; empty after a finding. */
    Optional<ImmutableList<Term>> lower(Term when, Findings findings) {
        ImmutableList<LocalDate> days = days(when);
        Piece first = pieces.nested(start(when)).always();
        List<Candidate> candidates = new ArrayList<>();
        if (style.guarded() && !days.isEmpty()) {
            guarded(days).ifPresent(some -> candidates.addAll(candidates(when, first, some, new Findings())));
        }
        Findings inNested = new Findings();
        if (style.nested() || candidates.isEmpty()) {
            ImmutableList<Piece> some = days.stream().map(pieces::nested).collect(ImmutableList.toImmutableList());
            candidates.addAll(candidates(when, first, some, inNested));
        }
        if (candidates.isEmpty()) {
            findings.addAll(inNested.toList());
        }
        return candidates.stream()
                .reduce((one, other) -> other.isShorterThan(one) ? other : one)
                .map(Candidate::terms);
    }

    /** The day since which the exceptions are as they are when the term begins to hold. */
    private LocalDate start(Term when) {
        return exceptions.days().stream()
                .filter(day -> TimeBounds.startAfter(when, day))
                .reduce(LocalDate.MIN, (earlier, later) -> later);
    }

    private Optional<ImmutableList<Piece>> guarded(List<LocalDate> days) {
        ImmutableList.Builder<Piece> all = ImmutableList.builder();
        for (LocalDate day : days) {
            Optional<Piece> piece = pieces.guarded(day);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            all.add(piece.get());
        }
        return Optional.of(all.build());
    }

    /** One for each way that can be said; the findings are those of the first one that cannot. */
    private List<Candidate> candidates(Term when, Piece first, ImmutableList<Piece> more, Findings findings) {
        long characters = more.stream().mapToLong(Piece::characters).sum();
        Iterable<Piece> all = Iterables.concat(ImmutableList.of(first), more);
        boolean choice = Iterables.any(all, piece -> piece.ways().size() > 1);
        List<Candidate> candidates = new ArrayList<>();
        for (Way way : choice ? Way.values() : new Way[] {Way.FIRST}) {
            Findings own = new Findings();
            terms(when, all, way, own).ifPresent(terms -> candidates.add(new Candidate(terms, characters)));
            if (!findings.hasErrors()) {
                findings.addAll(own.toList());
            }
        }
        return candidates;
    }

    private Optional<ImmutableList<Term>> terms(Term when, Iterable<Piece> all, Way way, Findings findings) {
        Disjunction sum = new Disjunction();
        for (Piece piece : all) {
            Optional<ImmutableList<Term>> terms = terms(piece.formulas(when, place), way, findings);
            if (terms.isEmpty()) {
                return terms;
            }
            terms.get().forEach(sum::add);
            if (sum.size() > MOST_TERMS) {
                break;
            }
        }
        return Optional.of(sum.terms());
    }

    private static Optional<ImmutableList<Term>> terms(ImmutableList<Formula> ways, Way way, Findings findings) {
        DisjunctiveForm form = new DisjunctiveForm(findings);
        return switch (way) {
            case FIRST -> form.of(ways.get(0));
            case LAST -> form.of(ways.get(ways.size() - 1));
            case FEWER ->
                ways.stream()
                        .flatMap(formula -> form.of(formula).stream())
                        .reduce((one, other) -> other.size() < one.size() ? other : one);
        };
    }
}
