package io.policyc.plan;

/** How far a phase is. */
public enum PhaseStage {
    /** The gate of the phase before it is not known to hold. */
    WAITING("waiting", "waits for the gate before it"),
    SCHEDULED("scheduled", "starts later"),
    ATTACH("attach", "attach its policies"),
    ATTACHED("attached", "attached; its gate is not passed"),
    PASSED("passed", "attached, and its gate holds");

    private final String word;
    private final String words;

    PhaseStage(String word, String words) {
        this.word = word;
        this.words = words;
    }

    public String word() {
        return word;
    }

    public String words() {
        return words;
    }
}
