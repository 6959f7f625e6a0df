package io.policyc.plan;

import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What plans have seen so far, as the file {@value #FILE} of a repository keeps it.
 *
 * @param gates by the name of a phase the day on which its gate was first seen to hold
 */
public record PlanState(ImmutableSortedMap<String, LocalDate> gates, ImmutableSortedMap<KeyId, KeyRecord> keys) {
    public static final String FILE = "plan.state.json";

    public static final PlanState EMPTY = new PlanState(ImmutableSortedMap.of(), ImmutableSortedMap.of());

    /** What is recorded of a key. */
    public Optional<KeyRecord> of(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** The latest day that is recorded, which no plan can be earlier than. */
    public Optional<LocalDate> latest() {
        return Stream.concat(gates.values().stream(), keys.values().stream().flatMap(KeyRecord::days))
                .max(LocalDate::compareTo);
    }
}
