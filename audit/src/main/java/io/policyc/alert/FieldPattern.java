package io.policyc.alert;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one combination of a pattern asks of a field of an event, and of the fields below it.
 *
 * @param path the names that lead to the field
 */
record FieldPattern(ImmutableList<String> path, Optional<Values> values, ImmutableMap<String, FieldPattern> fields) {
    private static final Splitter DOTS = Splitter.on('.');

    /** The values that a field may have, one of which is enough; and whether it may be absent. */
    record Values(ImmutableList<ValueTest> tests, boolean mayBeAbsent) {}

    /** The tree of a combination: what is asked, by the path of the field. */
    static FieldPattern of(Map<ImmutableList<String>, Values> asked) {
        Building root = new Building();
        asked.forEach((path, values) -> root.put(path, values));
        return root.build(ImmutableList.of());
    }

    /** Whether a name of an event that holds dots could be meant as a path into what is asked here. */
    boolean couldBeMeantBy(String name) {
        FieldPattern at = this;
        for (String step : DOTS.split(name)) {
            Optional<FieldPattern> next = Optional.ofNullable(at.fields.get(step));
            if (next.isEmpty()) {
                return false;
            }
            at = next.get();
        }
        return true;
    }

    /** A tree that grows. */
    private static final class Building {
        private final Map<String, Building> fields = new LinkedHashMap<>();
        private Optional<Values> values = Optional.empty();

        void put(ImmutableList<String> path, Values given) {
            Building at = this;
            for (String name : path) {
                at = at.fields.computeIfAbsent(name, key -> new Building());
            }
            at.values = Optional.of(given);
        }

        FieldPattern build(ImmutableList<String> path) {
            ImmutableMap.Builder<String, FieldPattern> built = ImmutableMap.builder();
            fields.forEach((name, field) -> built.put(
                    name,
                    field.build(ImmutableList.<String>builder()
                            .addAll(path)
                            .add(name)
                            .build())));
            return new FieldPattern(path, values, built.buildOrThrow());
        }
    }
}
