package io.policyc.vocabulary;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of this package's resources: lines of fields separated by tabs; lines that start with {@code #} are comments. */
final class Table {
    private Table() {}

    static ImmutableList<List<String>> rows(String resource) {
        try {
            return Resources.readLines(Resources.getResource(Table.class, resource), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(line -> List.of(line.split("\t", -1)))
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + resource, e);
        }
    }
}
