package io.policyc.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RateLimitTest {
    @Test
    @Timeout(30)
    void theFirstGoesAtOnce() throws InterruptedException {
        new RateLimit(0.01).acquire();
    }

    @Test
    void theOthersGoAtTheirPace() throws InterruptedException {
        long start = System.nanoTime();
        RateLimit limit = new RateLimit(20);
        for (int i = 0; i < 5; i++) {
            limit.acquire();
        }
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(199);
    }

    /** Who pauses does not save up turns. */
    @Test
    void aPauseDoesNotBringMoreCalls() throws InterruptedException {
        RateLimit limit = new RateLimit(20);
        limit.acquire();
        Thread.sleep(300);
        long start = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            limit.acquire();
        }
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(99);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
