package io.policyc.aws;

import java.util.concurrent.TimeUnit;

/** Lets calls through at a steady rate, one after the other; the first at once. */
final class RateLimit {
    private final long pause;
    private long next = System.nanoTime();

    RateLimit(double perSecond) {
        this.pause = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    /** Waits for its turn. */
    void acquire() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(turn());
    }

    /** How long to wait until it is the caller's turn, which is then taken. */
    private synchronized long turn() {
        long now = System.nanoTime();
        long wait = Math.max(0, next - now);
        next = now + wait + pause;
        return wait;
    }
}
