package io.policyc.policy;

import java.util.regex.Pattern;

/**
 * The actions that a statement names: {@code *}, or {@code service:Name} with {@code *} and {@code ?} anywhere in the name.
 * Service and name are compared ignoring case; the spelling is kept as written.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
 */
public record ActionPattern(String text) {
    private static final Pattern SHAPE = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?_-]+");

    public ActionPattern {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an action: " + text);
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    public boolean isEverything() {
        return text.equals("*");
    }
}
