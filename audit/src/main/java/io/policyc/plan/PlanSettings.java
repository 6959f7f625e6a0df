package io.policyc.plan;

/**
 * How many days a plan waits.
 *
 * @param dualRun that a key is unused while its role is used, before the key is disabled
 * @param silence that a key is disabled and nobody misses it, before it is deleted
 * @param idle that a key may be unused altogether; after more of them it is disabled without a role in its place
 */
public record PlanSettings(int dualRun, int silence, int idle) {
    /** Two weeks side by side, a week of silence; the audit calls a key unused after 90 days as well. */
    public static final PlanSettings DEFAULT = new PlanSettings(14, 7, 90);

    public PlanSettings {
        if (dualRun < 1 || silence < 1 || idle < 0) {
            throw new IllegalArgumentException("a plan waits at least a day before each step");
        }
    }
}
