package io.policyc.glob;

/**
 * The states of a pattern: state n is reached after n of its units, and a star is a loop on a state. All are advanced at
 * once, as bits of words.
 */
interface States {
    /** Whether the last state is reached at the end of the text. */
    boolean accept(String text, StepCounter counter);

    /** How many numbers the tables take. */
    int size();
}
