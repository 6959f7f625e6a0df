package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of the threads that run Java, in the place of the time that went by: on a machine that others use as well,
 * the latter says how busy they were. The compiler and the garbage collector are not in it; bytes say what the latter gets
 * to do. JMH makes one of these for each process.
 */
public final class CpuTimeProfiler implements InternalProfiler {
    static final String LABEL = "cpu.time.norm";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long before;

    @Override
    public String getDescription() {
        return "processor time of Java's threads";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = time();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double time = time() - before;
        long operations = result.getMetadata().getAllOps();
        return ImmutableList.of(new ScalarResult(LABEL, time / operations, "ns/op", AggregationPolicy.AVG));
    }

    /** Of the threads that are alive; those that measure are so in all iterations. */
    private long time() {
        long all = 0;
        for (long thread : threads.getAllThreadIds()) {
            all += Math.max(0, threads.getThreadCpuTime(thread));
        }
        return all;
    }
}
