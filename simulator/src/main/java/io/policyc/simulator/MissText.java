package io.policyc.simulator;

import io.policyc.glob.GlobMiss;

/** Says in words where a text parts from a pattern. */
final class MissText {
    private final GlobMiss miss;
    private final String text;
    private final String reached;
    private final String missing;

    MissText(GlobMiss miss, ShownPattern shown, String text) {
        this.miss = miss;
        this.text = text;
        this.reached = shown.text().substring(0, shown.offset(miss.unit()));
        this.missing = shown.text().substring(shown.offset(miss.unit()));
    }

    String words() {
        return words(reached.contains("*") ? reached : "");
    }

    /** The words where everything before an offset in the pattern matches without question. */
    String wordsAfter(int start) {
        return words(reached.substring(start));
    }

    /** @param context the part of the pattern that is named as reached; empty if that says nothing */
    private String words(String context) {
        String asFar = context.isEmpty() ? "" : "gets as far as " + Excerpt.endQuoted(context) + ", then ";
        return switch (miss.reason()) {
            case LETTER_CASE -> hasAndWants() + "; differs in letter case only";
            case OTHER_CHARACTER -> asFar + hasAndWants();
            case NOT_FOUND ->
                (context.equals("*") ? "" : asFar)
                        + miss.wanted()
                                .map(wanted -> "has no " + Excerpt.character(wanted))
                                .orElse("has only colons");
            case STOPPED_AT_COLON ->
                asFar
                        + miss.wanted()
                                .map(wanted -> "has no " + Excerpt.character(wanted) + " before the colon at character "
                                        + miss.character())
                                .orElseGet(this::hasAndWants);
            case TEXT_ENDS ->
                text.isEmpty() ? "is empty" + wantsRest() : "ends after character " + text.length() + wantsRest();
            case TEXT_GOES_ON ->
                reached.isEmpty() ? "is not empty" : "goes on with " + rest() + " at character " + miss.character();
        };
    }

    private String hasAndWants() {
        String found = Excerpt.character(miss.found().orElse(""));
        String wanted = miss.wanted().map(Excerpt::character).orElse("anything but a colon");
        return "has " + found + " at character " + miss.character() + ", wants " + wanted;
    }

    private String wantsRest() {
        return ", wants " + Excerpt.startQuoted(missing);
    }

    private String rest() {
        return Excerpt.startQuoted(text.substring(miss.character() - 1));
    }
}
