package io.policyc.glob;

/**
 * How many more steps may be taken to compare patterns with each other. When it is used up nothing more is told of any, on
 * every machine alike; what then remains undecided is no guess, only less than could be known.
 */
public final class Effort {
    private long left;

    public Effort(long steps) {
        this.left = steps;
    }

    /** Whether there was as much left. */
    public boolean spend(long steps) {
        left = Math.max(-1, left - steps);
        return !isSpent();
    }

    public boolean isSpent() {
        return left < 0;
    }
}
