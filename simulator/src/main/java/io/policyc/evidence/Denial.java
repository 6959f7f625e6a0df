package io.policyc.evidence;

import java.util.Optional;

/**
 * How AWS says that it denied a request. Of several types of policies that deny, AWS names one.
 *
 * @param policy the type that AWS names; empty if it names none
 * @param policyArn the policy itself, which AWS names for some types
 */
public record Denial(Manner manner, Optional<DenyingPolicy> policy, Optional<String> policyArn) {
    public static final Denial UNEXPLAINED = new Denial(Manner.NOT_SAID, Optional.empty(), Optional.empty());

    /** Whether a Deny matched, or nothing allowed the request. */
    public enum Manner {
        EXPLICIT,
        IMPLICIT,
        NOT_SAID
    }

    /** For example {@code with an explicit deny in a service control policy}; starts with a blank unless empty. */
    String words() {
        String type = policy.map(DenyingPolicy::words).orElse("");
        return switch (manner) {
            case EXPLICIT -> " with an explicit deny" + (type.isEmpty() ? "" : " in " + type);
            case IMPLICIT ->
                type.isEmpty() ? " because nothing allows it" : " because " + withoutArticle(type) + " allows it";
            case NOT_SAID -> " without saying by which type of policy";
        };
    }

    private static String withoutArticle(String type) {
        return "no" + type.substring(type.indexOf(' '));
    }
}
