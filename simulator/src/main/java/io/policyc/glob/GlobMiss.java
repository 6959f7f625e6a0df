package io.policyc.glob;

import java.util.Optional;

/**
 * Where a text parts from a pattern that does not match it. Of all ways to lay the pattern on the text it is the one that
 * comes furthest in the pattern; of those the first in the text, but where the pattern came to its end the last.
 *
 * @param unit the unit of the pattern that the text lacks, counted from 1; stars are no units. One more than there are if
 *     the pattern ended
 * @param character the character of the text, counted from 1 in UTF-16 units, that stands where the unit is wanted; for
 *     {@link Reason#NOT_FOUND} the first of those that were searched; one more than there are if the text ended
 * @param wanted the character that the pattern wants; empty if it takes any, or ended
 * @param found the character that stands there; empty if the text ended, or has many
 */
public record GlobMiss(Reason reason, int unit, int character, Optional<String> wanted, Optional<String> found) {

    /** What is wrong there. */
    public enum Reason {
        /** The whole text would match if letter case did not count. */
        LETTER_CASE,
        /** Another character than the wanted one. */
        OTHER_CHARACTER,
        /** A star searched the rest of the text for the wanted character. */
        NOT_FOUND,
        /** A star that stops at a colon came to one before the wanted character. */
        STOPPED_AT_COLON,
        TEXT_ENDS,
        TEXT_GOES_ON
    }

    /**
     * The miss of a text; empty if the pattern matches, or if the two are so long that searching would take long.
     */
    public static Optional<GlobMiss> of(GlobBuilder pattern, String text) {
        return MissSearch.of(pattern, text);
    }

    /** @param offset where the wanted character should stand, or the first place where it might */
    static GlobMiss at(Reason reason, GlobBuilder pattern, int unit, String text, int offset) {
        boolean takesOne = unit < pattern.size() && !pattern.isAny(unit);
        boolean foundOne = offset < text.length() && reason != Reason.NOT_FOUND;
        return new GlobMiss(
                reason,
                unit + 1,
                offset + 1,
                takesOne ? Optional.of(characterAt(pattern.text(), unit)) : Optional.empty(),
                foundOne ? Optional.of(characterAt(text, offset)) : Optional.empty());
    }

    /**
     * The same miss with characters as they were before both sides were folded, which moved none of them.
     *
     * @param at where the wanted character stands in the pattern, counted from 0
     */
    public GlobMiss asWritten(String pattern, int at, String text) {
        return new GlobMiss(
                reason,
                unit,
                character,
                wanted.map(folded -> characterAt(pattern, at)),
                found.map(folded -> characterAt(text, character - 1)));
    }

    /** The character to which a unit belongs: the whole of a surrogate pair. */
    static String characterAt(String text, int at) {
        boolean second = at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        int start = second ? at - 1 : at;
        return Character.toString(text.codePointAt(start));
    }
}
