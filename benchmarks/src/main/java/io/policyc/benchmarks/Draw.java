package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Random;

/** Draws by weight from a source that gives the same in every run. */
final class Draw {
    /** A choice and how often it is made, beside the weights of the others. */
    record Weighted<T>(int weight, T value) {}

    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    <T> T from(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T weighted(ImmutableList<Weighted<T>> choices) {
        int at = random.nextInt(choices.stream().mapToInt(Weighted::weight).sum());
        int i = 0;
        while (at >= choices.get(i).weight()) {
            at -= choices.get(i).weight();
            i++;
        }
        return choices.get(i).value();
    }

    /** A number from a table of numbers and weights. */
    int number(int[][] table) {
        ImmutableList.Builder<Weighted<Integer>> choices = ImmutableList.builder();
        for (int[] row : table) {
            choices.add(new Weighted<>(row[1], row[0]));
        }
        return weighted(choices.build());
    }
}
