package io.policyc.simulator;

import java.util.Locale;

/**
 * Letter case as AWS ignores it: lower case by the root locale, but characters outside the Basic Multilingual Plane stay
 * as they are (observed at AWS, September 2026). So the Kelvin sign equals k, and dotless i does not equal I.
 */
final class CaseFolding {
    /** Longer than any value that AWS takes. Java looks around each sigma, in quadratic time for a text full of them. */
    private static final int LONGEST = 4_096;

    private CaseFolding() {}

    static String fold(String text) {
        // The one letter whose lower case is longer; Java takes quadratic time for a text full of it.
        String same = text.replace("İ", "i\u0307");
        // From here on no length changes, so texts that are equal when folded go the same way.
        if (same.length() > LONGEST) {
            return foldEachUnit(same);
        }
        String lower = same.toLowerCase(Locale.ROOT);
        if (same.codePointCount(0, same.length()) == same.length()) {
            return lower;
        }
        StringBuilder folded = new StringBuilder(lower);
        for (int i = 0; i < same.length(); i += Character.charCount(same.codePointAt(i))) {
            if (Character.isSupplementaryCodePoint(same.codePointAt(i))) {
                folded.setCharAt(i, same.charAt(i));
                folded.setCharAt(i + 1, same.charAt(i + 1));
            }
        }
        return folded.toString();
    }

    /** Without the rule on the sigma at the end of a word, in linear time. */
    private static String foldEachUnit(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Character.toLowerCase(text.charAt(i)));
        }
        return folded.toString();
    }
}
