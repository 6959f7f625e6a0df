package io.policyc.finding;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceSpan;
import java.util.Locale;

/** The line of a text in which something stands, in two lines: its place, and what is written there. */
public final class SourceExcerpt {
    private static final int WIDEST = 100;

    private SourceExcerpt() {}

    public static ImmutableList<String> lines(SourceSpan place) {
        String line = place.source().line(place.line());
        String cut = line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line;
        return ImmutableList.of(
                Printable.line(place.toString()),
                String.format(Locale.ROOT, "%4d | %s", place.line(), Printable.line(cut)));
    }
}
