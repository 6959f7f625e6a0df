package io.policyc.simulator;

import io.policyc.finding.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of policies and requests cut to what fits a line of an explanation. */
final class Excerpt {
    private static final int LONGEST = 60;
    private static final int SHORT = 24;
    private static final int FEW = 3;

    private Excerpt() {}

    /** A pattern or a name. */
    static String of(String text) {
        return Printable.line(start(text, LONGEST));
    }

    /** A value of a request, which may be anything, the empty text too. */
    static String quoted(String text) {
        return "\"" + of(text) + "\"";
    }

    /** One character of a text. */
    static String character(String character) {
        return character.equals(" ") ? "a blank" : Printable.quoted(character);
    }

    /** How a part of a text begins. */
    static String startQuoted(String text) {
        return Printable.quoted(start(text, SHORT));
    }

    /** How a part of a text ends. */
    static String endQuoted(String text) {
        if (text.length() <= SHORT) {
            return Printable.quoted(text);
        }
        int start = text.length() - SHORT + 1;
        return Printable.quoted("…" + text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start));
    }

    /** The first few of a list. */
    static String few(List<String> texts) {
        return fewOf(texts.stream().map(Excerpt::of).toList());
    }

    /** The first few of a list of texts that are short enough. */
    static String fewOf(List<String> texts) {
        String shown = texts.stream().limit(FEW).collect(Collectors.joining(", "));
        return texts.size() > FEW ? shown + ", … and " + (texts.size() - FEW) + " more" : shown;
    }

    private static String start(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
