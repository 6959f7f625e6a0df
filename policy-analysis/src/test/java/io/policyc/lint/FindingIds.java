package io.policyc.lint;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.FindingId;
import java.lang.reflect.Field;
import java.util.stream.Stream;

/** The finding ids that a class holds as constants. */
public final class FindingIds {
    private FindingIds() {}

    public static ImmutableList<FindingId> of(Class<?> holder) {
        return Stream.of(holder.getFields())
                .filter(field -> field.getType() == FindingId.class)
                .map(FindingIds::value)
                .collect(ImmutableList.toImmutableList());
    }

    private static FindingId value(Field field) {
        try {
            return (FindingId) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is public", e);
        }
    }
}
