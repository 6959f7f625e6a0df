package io.policyc.plan;

import java.time.Instant;
import java.util.Comparator;

/**
 * An access key as credential reports tell it from others: they hold no ids of keys, and a place that is free is used again.
 *
 * @param user the ARN of the user, or of the root user
 * @param slot 1 or 2, its place in the report
 * @param made when it was made or last changed
 */
public record KeyId(String user, int slot, Instant made) implements Comparable<KeyId> {
    private static final Comparator<KeyId> ORDER =
            Comparator.comparing(KeyId::user).thenComparing(KeyId::slot).thenComparing(KeyId::made);

    @Override
    public int compareTo(KeyId other) {
        return ORDER.compare(this, other);
    }
}
