package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;

/** Lists made smaller. */
final class Elements {
    private Elements() {}

    /**
     * The elements that remain when as many as possible were taken out, first many at once, then fewer, at last one by one.
     * Asks about a list before it is used; what is asked about is always shorter than what remains.
     */
    static <T> ImmutableList<T> fewest(ImmutableList<T> all, Predicate<ImmutableList<T>> stillShows) {
        ImmutableList<T> kept = all;
        for (int size = all.size(); size >= 1; size = size == 1 ? 0 : (size + 1) / 2) {
            for (int from = 0; from < kept.size(); ) {
                ImmutableList<T> fewer = without(kept, from, Math.min(from + size, kept.size()));
                if (stillShows.test(fewer)) {
                    kept = fewer;
                } else {
                    from += size;
                }
            }
        }
        return kept;
    }

    private static <T> ImmutableList<T> without(ImmutableList<T> list, int from, int to) {
        return ImmutableList.<T>builder()
                .addAll(list.subList(0, from))
                .addAll(list.subList(to, list.size()))
                .build();
    }
}
