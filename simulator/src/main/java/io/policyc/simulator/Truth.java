package io.policyc.simulator;

/** Three values (Kleene): yes, no, or it cannot be told, for example because a context key is unknown. */
public enum Truth {
    TRUE("yes"),
    FALSE("no"),
    UNKNOWN("unknown");

    private final String word;

    Truth(String word) {
        this.word = word;
    }

    /** The answer in a word: {@code yes}, {@code no} or {@code unknown}. */
    public String word() {
        return word;
    }

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** False beats unknown beats true. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE;
    }

    /** True beats unknown beats false. */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : FALSE;
    }

    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
