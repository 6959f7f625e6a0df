package io.policyc.policy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a condition key, for example {@code aws:PrincipalArn} or {@code aws:PrincipalTag/team}. Names are compared
 * ignoring case, the tag's name included; the spelling is kept as written.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
 */
public final class ConditionKey implements Comparable<ConditionKey> {
    private static final Pattern SHAPE = Pattern.compile("[^\\s:$*?{}]+:[^\\s:$*?{}][^$*?{}\\p{Cntrl}]*");

    private final String spelling;
    private final String folded;

    private ConditionKey(String spelling) {
        this.spelling = spelling;
        this.folded = spelling.toLowerCase(Locale.ROOT);
    }

    /**
     * The key of a name.
     *
     * @throws IllegalArgumentException if the text is not of the form {@code service:name}
     */
    public static ConditionKey of(String spelling) {
        if (!isValid(spelling)) {
            throw new IllegalArgumentException("not a condition key: " + spelling);
        }
        return new ConditionKey(spelling);
    }

    /** A name of any form, as it may stand in a policy variable; one without a service is a key that no request carries. */
    public static ConditionKey placeholder(String name) {
        return new ConditionKey(name);
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The name as its author wrote it. */
    public String spelling() {
        return spelling;
    }

    /** The name in lower case, by which two spellings are one key. */
    public String folded() {
        return folded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConditionKey key && key.folded.equals(folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** In the order of the names in lower case; with it, hash tables stay fast for keys made to collide. */
    @Override
    public int compareTo(ConditionKey other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public String toString() {
        return spelling;
    }
}
