package io.policyc.simulator;

/** What becomes of a request. */
public enum Outcome {
    /** Nothing stops it. SCPs never grant: whether anything allows it is another question, see {@link Decision.Basis}. */
    ALLOWED,
    /** A Deny matches. */
    EXPLICIT_DENY,
    /** Some level of the organization has no Allow that matches. */
    IMPLICIT_DENY,
    /** It depends on context keys that are unknown. */
    UNDETERMINED
}
