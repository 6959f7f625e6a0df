package io.policyc.coverage;

/**
 * How many of so many parts the tests exercise.
 *
 * @param exercised at most {@code all}
 */
public record Counts(int exercised, int all) {
    static final Counts NONE = new Counts(0, 0);

    Counts plus(Counts other) {
        return new Counts(exercised + other.exercised, all + other.all);
    }

    /** In whole percent, rounded down, so that 100 means all; 100 of nothing. */
    public int percent() {
        return all == 0 ? 100 : (int) (100L * exercised / all);
    }

    /** For example {@code 14/16}. */
    @Override
    public String toString() {
        return exercised + "/" + all;
    }
}
