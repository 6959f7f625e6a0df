package io.policyc.simulator;

import java.util.Locale;

/**
 * Letter case as AWS ignores it: lower case by the root locale, but characters outside the Basic Multilingual Plane stay
 * as they are (observed at AWS, September 2026). So the Kelvin sign equals k, and dotless i does not equal I.
 */
final class CaseFolding {
    private CaseFolding() {}

    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.codePointCount(0, text.length()) == text.length()) {
            return lower;
        }
        StringBuilder folded = new StringBuilder(lower.length());
        int inLower = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            int lowerLength = loweredLength(codePoint);
            if (Character.isSupplementaryCodePoint(codePoint)) {
                folded.appendCodePoint(codePoint);
            } else {
                folded.append(lower, inLower, inLower + lowerLength);
            }
            inLower += lowerLength;
        }
        return folded.toString();
    }

    /** In the root locale only the capital I with a dot becomes two units; supplementary characters stay two. */
    private static int loweredLength(int codePoint) {
        return Character.isSupplementaryCodePoint(codePoint) || codePoint == 'İ' ? 2 : 1;
    }
}
