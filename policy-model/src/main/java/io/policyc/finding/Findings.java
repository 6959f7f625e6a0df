package io.policyc.finding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what a reader finds, so that it can go on after the first mistake. Not thread-safe; one per reading.
 *
 * <p>Keeps at most {@value #MOST} findings unless more are asked for, and the first of each kind beyond: hostile input could
 * otherwise produce one per character, or hide an error behind many warnings. Those that are dropped are counted.
 */
public final class Findings {
    private static final int MOST = 1_000;

    private final int most;
    private final List<Finding> list = new ArrayList<>();
    private final Set<FindingId> ids = new HashSet<>();
    private final Set<FindingId> errorIds = new LinkedHashSet<>();
    private int errors;
    private int dropped;

    public Findings() {
        this(MOST);
    }

    private Findings(int most) {
        this.most = most;
    }

    /** Keeps more findings, for what is said of many files. */
    public static Findings keeping(int most) {
        return new Findings(most);
    }

    public void add(Finding finding) {
        if (finding.isError()) {
            errors++;
            errorIds.add(finding.id());
        }
        boolean firstOfItsKind = ids.add(finding.id());
        if (list.size() < most || firstOfItsKind) {
            list.add(finding);
        } else {
            dropped++;
        }
    }

    /** Whether findings of kinds seen before are dropped from here on: costly help for them would be lost. */
    boolean isFull() {
        return list.size() >= most;
    }

    /** How many findings came after those that are kept. */
    public int dropped() {
        return dropped;
    }

    public void add(FindingId id, SourceSpan span, String message) {
        add(Finding.of(id, span, message));
    }

    public void add(FindingId id, SourceSpan span, String message, String help) {
        add(Finding.of(id, span, message).withHelp(help));
    }

    public void addAll(Iterable<Finding> more) {
        more.forEach(this::add);
    }

    /** Takes over the findings of a checked value and hands out the value. */
    public <T> Optional<T> take(Checked<T> checked) {
        addAll(checked.findings());
        return checked.value();
    }

    /** How many errors there were so far; compare before and after a step to learn whether the step was clean. */
    public int errorCount() {
        return errors;
    }

    /** The kinds of errors so far. */
    public ImmutableSet<FindingId> errorIds() {
        return ImmutableSet.copyOf(errorIds);
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    public ImmutableList<Finding> toList() {
        return ImmutableList.copyOf(list);
    }

    public <T> Checked<T> with(T value) {
        return new Checked<>(Optional.of(value), toList());
    }

    public <T> Checked<T> withoutValue() {
        return new Checked<>(Optional.empty(), toList());
    }
}
