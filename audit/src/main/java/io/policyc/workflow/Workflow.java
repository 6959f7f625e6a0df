package io.policyc.workflow;

/**
 * A workflow of GitHub Actions, as far as credentials for AWS go. A job that calls another workflow counts as one step.
 *
 * @param steps how many there are
 * @param withStaticKey how many of them are given a long-lived access key
 * @param unclear how many of them may be given one, which the file does not tell
 */
public record Workflow(int steps, int withStaticKey, int unclear) {
    public static final Workflow NONE = new Workflow(0, 0, 0);

    /** The counts of two workflows. */
    public Workflow plus(Workflow other) {
        return new Workflow(steps + other.steps, withStaticKey + other.withStaticKey, unclear + other.unclear);
    }
}
