package io.policyc.credential;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** Which column of a table is where; names are compared without letter case. */
record CsvColumns(ImmutableMap<String, Integer> indexes, int count) {
    Optional<Integer> index(String column) {
        return Optional.ofNullable(indexes.get(column));
    }
}
