package io.policyc.authorization;

/** One of three different answers. */
public enum Certainty {
    YES("yes"),
    NO("no"),
    /** The data does not say. */
    UNKNOWN("unknown");

    private final String word;

    Certainty(String word) {
        this.word = word;
    }

    public static Certainty of(boolean answer) {
        return answer ? YES : NO;
    }

    public String word() {
        return word;
    }
}
