package io.policyc.policy;

import com.google.common.base.CharMatcher;

/**
 * The name of a statement: letters and digits of ASCII, at least one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">Sid</a>
 */
public record Sid(String text) {
    private static final CharMatcher ALLOWED =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z')).or(CharMatcher.inRange('0', '9'));

    public Sid {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a Sid: " + text);
        }
    }

    public static boolean isValid(String text) {
        return !text.isEmpty() && ALLOWED.matchesAllOf(text);
    }
}
