package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing to every element of a list, on several threads that end before it returns. The results have the order of
 * the list; of several elements that fail the first one's exception is thrown, as itself.
 */
final class Parallel<T, R> {
    private final List<T> elements;
    private final Function<? super T, ? extends R> work;
    private final AtomicReferenceArray<R> results;
    private final AtomicReferenceArray<Throwable> failures;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;

    private Parallel(List<T> elements, Function<? super T, ? extends R> work) {
        this.elements = elements;
        this.work = work;
        this.results = new AtomicReferenceArray<>(elements.size());
        this.failures = new AtomicReferenceArray<>(elements.size());
    }

    /**
     * Maps a list.
     *
     * @throws CancellationException if this thread is interrupted; it still is afterwards
     */
    static <T, R> ImmutableList<R> map(List<T> elements, Function<? super T, ? extends R> work, int threads) {
        Parallel<T, R> parallel = new Parallel<>(elements, work);
        parallel.run(Math.min(threads, elements.size()));
        return parallel.results();
    }

    /** One of the threads is the caller's own. */
    private void run(int threads) {
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread helper = new Thread(this::takeAll, "policyc-test-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        takeAll();
        boolean interrupted = Thread.interrupted();
        for (Thread helper : helpers) {
            interrupted |= !ended(helper);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Elements are taken in their order, so those before one that fails are done or being done. */
    private void takeAll() {
        while (!stopped) {
            int index = next.getAndIncrement();
            if (index >= elements.size()) {
                return;
            }
            try {
                results.set(index, work.apply(elements.get(index)));
            } catch (RuntimeException | Error e) {
                failures.set(index, e);
                stopped = true;
            }
            if (Thread.currentThread().isInterrupted()) {
                stopped = true;
            }
        }
    }

    /** Waits for a thread to end its work; false if this one was interrupted meanwhile, and the thread stopped. */
    private boolean ended(Thread helper) {
        boolean undisturbed = true;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException e) {
                undisturbed = false;
                stopped = true;
            }
        }
        return undisturbed;
    }

    private ImmutableList<R> results() {
        for (int i = 0; i < elements.size(); i++) {
            @Nullable Throwable failure = failures.get(i);
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }
        ImmutableList.Builder<R> all = ImmutableList.builder();
        for (int i = 0; i < elements.size(); i++) {
            all.add(results.get(i));
        }
        return all.build();
    }
}
