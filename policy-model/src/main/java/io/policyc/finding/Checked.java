package io.policyc.finding;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of reading something a user wrote: a value, if one could be made, and everything that was found on the way.
 *
 * <p>Readers never throw for content. A value may be present beside errors, where the text could be typed but must not be
 * used as it is (a document over its size limit, for example): look at {@link #hasErrors()} before acting on it.
 */
public record Checked<T>(Optional<T> value, ImmutableList<Finding> findings) {

    public static <T> Checked<T> of(T value) {
        return new Checked<>(Optional.of(value), ImmutableList.of());
    }

    public static <T> Checked<T> failed(Finding finding) {
        return new Checked<>(Optional.empty(), ImmutableList.of(finding));
    }

    public boolean hasErrors() {
        return value.isEmpty() || findings.stream().anyMatch(Finding::isError);
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    /** The next step of reading, with the findings of both. */
    public <R> Checked<R> then(Function<? super T, Checked<R>> step) {
        if (value.isEmpty()) {
            return new Checked<>(Optional.empty(), findings);
        }
        Checked<R> next = step.apply(value.get());
        return new Checked<>(
                next.value,
                ImmutableList.<Finding>builder()
                        .addAll(findings)
                        .addAll(next.findings)
                        .build());
    }

    public <R> Checked<R> map(Function<? super T, R> step) {
        return new Checked<>(value.map(step), findings);
    }

    /**
     * The value, for callers that cannot go on without it.
     *
     * @throws InvalidInputException if there are errors; its message holds all of them as they are printed
     */
    public T orThrow() {
        if (hasErrors()) {
            throw new InvalidInputException(findings);
        }
        return value.orElseThrow();
    }
}
