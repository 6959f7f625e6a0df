package io.policyc.policy;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a statement does when it matches. The words are case-sensitive.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html">Effect</a>
 */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** The word in a policy. */
    public String word() {
        return word;
    }

    public static Optional<Effect> parse(String word) {
        return Arrays.stream(values())
                .filter(effect -> effect.word.equals(word))
                .findFirst();
    }
}
