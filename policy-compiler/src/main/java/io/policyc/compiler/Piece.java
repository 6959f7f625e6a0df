package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Effort;
import io.policyc.intent.Days;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule denies beside its {@code when}: from a day on, for some, for nobody who is spared.
 *
 * @param from the day; for a piece that holds at every time there is none
 * @param guard whom it is for; nothing if it is for everybody
 * @param ways formulas that hold together exactly when nobody is spared, one way of saying so or two
 * @param characters how long the lists of exceptions in it are, as they are written
 */
record Piece(
        Optional<Formula> from,
        ImmutableList<Formula> guard,
        ImmutableList<ImmutableList<Formula>> ways,
        long characters) {

    static ImmutableList<ImmutableList<Formula>> ways(ImmutableList<Spared> spared, Style style, Effort effort) {
        ImmutableList<Spared> merged = SparedMerge.merged(spared);
        Optional<ImmutableList<Formula>> split = style.split() ? ExclusiveSplit.of(merged, effort) : Optional.empty();
        ImmutableList.Builder<ImmutableList<Formula>> ways = ImmutableList.builder();
        if (style.multiplied() || split.isEmpty()) {
            ways.add(merged.stream().map(Spared::fails).collect(ImmutableList.toImmutableList()));
        }
        split.ifPresent(ways::add);
        return ways.build();
    }

    static Formula from(LocalDate day, SourceSpan place) {
        return new Formula.Leaf(new LocatedCondition(Days.from(day), place));
    }

    /** The same at every time. */
    Piece always() {
        return new Piece(Optional.empty(), guard, ways, characters);
    }

    /** Each way, together with the conditions of a term. */
    ImmutableList<Formula> formulas(Term when, SourceSpan place) {
        return ways.stream()
                .<Formula>map(way -> {
                    ImmutableList.Builder<Formula> parts = ImmutableList.builder();
                    when.located().forEach(one -> parts.add(new Formula.Leaf(one)));
                    from.ifPresent(parts::add);
                    return new Formula.And(parts.addAll(guard).addAll(way).build(), place);
                })
                .collect(ImmutableList.toImmutableList());
    }
}
