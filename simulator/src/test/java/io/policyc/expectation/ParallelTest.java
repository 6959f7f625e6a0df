package io.policyc.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParallelTest {
    @Property(tries = 300)
    void resultsHaveTheOrderOfTheirElements(
            @ForAll @IntRange(max = 50) int size, @ForAll @IntRange(min = 1, max = 9) int threads) {
        ImmutableList<Integer> numbers = numbers(size);

        assertThat(Parallel.map(numbers, number -> number * 2, threads))
                .containsExactlyElementsOf(
                        numbers.stream().map(number -> number * 2).toList());
    }

    @Property(tries = 300)
    void theFirstFailureIsThrownAsItself(
            @ForAll @IntRange(max = 39) int first, @ForAll @IntRange(min = 1, max = 8) int threads) {
        assertThatThrownBy(() -> Parallel.map(numbers(40), number -> fail(number, first), threads))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("number " + first);
    }

    private static int fail(int number, int first) {
        if (number >= first) {
            throw new IllegalStateException("number " + number);
        }
        return number;
    }

    @Test
    void errorsAreThrownAsThemselves() {
        StackOverflowError error = new StackOverflowError();

        assertThatThrownBy(() -> Parallel.map(
                        numbers(4),
                        number -> {
                            throw error;
                        },
                        2))
                .isSameAs(error);
    }

    @Test
    @Timeout(60)
    void itReallyIsParallelAndNoThreadOutlivesIt() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CyclicBarrier meeting = new CyclicBarrier(4);

        Parallel.map(
                numbers(4),
                number -> {
                    threads.add(Thread.currentThread());
                    return await(meeting);
                },
                4);

        assertThat(threads).hasSize(4).contains(Thread.currentThread());
        assertThat(threads)
                .filteredOn(thread -> thread != Thread.currentThread())
                .noneMatch(Thread::isAlive);
    }

    private static int await(CyclicBarrier barrier) {
        try {
            return barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(60)
    void anInterruptStopsIt() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger outcome = new AtomicInteger();
        Thread runner = new Thread(() -> {
            try {
                Parallel.map(
                        numbers(1_000_000),
                        number -> {
                            begun.countDown();
                            busy();
                            return done.incrementAndGet();
                        },
                        3);
            } catch (CancellationException e) {
                outcome.set(Thread.currentThread().isInterrupted() ? 1 : 2);
            }
        });
        runner.start();
        begun.await();
        runner.interrupt();
        runner.join();

        assertThat(outcome).hasValue(1);
        assertThat(done.get()).isBetween(1, 999_999);
    }

    private static void busy() {
        long until = System.nanoTime() + 100_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static ImmutableList<Integer> numbers(int size) {
        return size == 0
                ? ImmutableList.of()
                : ContiguousSet.closedOpen(0, size).asList();
    }
}
