package io.policyc.finding;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the candidate nearest to a mistyped word, if one is near enough. */
public final class Suggestions {
    private static final int LONGEST_WORD = 64;

    private Suggestions() {}

    /** The nearest candidate: same letters in another case, or at most a third of the letters changed. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        if (word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String best = null;
        int allowed = word.length() < 4 ? 1 : Math.min(3, Math.max(2, word.length() / 3));
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - lower.length()) > allowed) {
                continue;
            }
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT), allowed);
            if (distance <= allowed) {
                best = candidate;
                allowed = distance - 1;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The nearest candidate out of many, for a finding that is about to be added; none once so many were added that it
     * would not be kept.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates, Findings findings) {
        return findings.isFull() ? Optional.empty() : nearest(word, candidates);
    }

    /** A help text that names the nearest candidate, or else lists them all. */
    public static String help(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(candidate -> "did you mean `" + candidate + "`?")
                .orElseGet(() ->
                        candidates.isEmpty() ? "none is known here" : "known here: " + String.join(", ", candidates));
    }

    /**
     * Levenshtein distance, O(length of one x length of the other), or some number above {@code most} as soon as it is
     * clear that it is larger: hostile input asks for a suggestion a hundred thousand times.
     */
    private static int distance(String from, String to, int most) {
        int[] previous = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
                least = Math.min(least, current[j]);
            }
            if (least > most) {
                return least;
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[to.length()];
    }
}
