package io.policyc.simulator;

import io.policyc.finding.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of policies and requests cut to what fits a line of an explanation. */
final class Excerpt {
    private static final int LONGEST = 60;
    private static final int FEW = 3;

    private Excerpt() {}

    /** A pattern or a name. */
    static String of(String text) {
        String line = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        return Printable.line(line);
    }

    /** A value of a request, which may be anything, the empty text too. */
    static String quoted(String text) {
        return "\"" + of(text) + "\"";
    }

    /** The first few of a list. */
    static String few(List<String> texts) {
        String shown = texts.stream().limit(FEW).map(Excerpt::of).collect(Collectors.joining(", "));
        return texts.size() > FEW ? shown + ", … and " + (texts.size() - FEW) + " more" : shown;
    }
}
