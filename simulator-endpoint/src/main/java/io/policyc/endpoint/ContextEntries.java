package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Printable;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.simulator.Literals;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the context keys of a call. Types are checked as AWS was observed to do; a value goes into the evaluation as the
 * text that it is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">ContextEntry</a>
 */
final class ContextEntries {
    private ContextEntries() {}

    /** What the values of a type must look like. */
    private enum Type {
        STRING("string", Comparison.Family.STRING, ""),
        NUMERIC("numeric", Comparison.Family.NUMERIC, "numeric format"),
        BOOLEAN("boolean", Comparison.Family.BOOL, ""),
        IP("ip", Comparison.Family.IP, "IP address"),
        BINARY("binary", Comparison.Family.BINARY, "base-64 encoded binary format"),
        DATE("date", Comparison.Family.DATE, "DateTime format");

        private final String word;
        private final Comparison.Family family;
        private final String expected;

        Type(String word, Comparison.Family family, String expected) {
            this.word = word;
            this.family = family;
            this.expected = expected;
        }

        private boolean fits(String value) {
            return Literals.isWellFormedInRequest(value, family);
        }
    }

    static ImmutableMap<ConditionKey, ContextValue> read(ImmutableList<Parameters> entries) {
        Map<ConditionKey, ContextValue> context = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Parameters entry = entries.get(i);
            if (!entry.isEmpty()) {
                read(entry, "contextEntries." + (i + 1) + ".member", context);
            }
        }
        return ImmutableMap.copyOf(context);
    }

    private static void read(Parameters entry, String path, Map<ConditionKey, ContextValue> context) {
        Optional<String> name = entry.text("ContextKeyName");
        Optional<String> word = entry.text("ContextKeyType");
        ImmutableList<String> values = entry.texts("ContextKeyValues").orElse(ImmutableList.of());
        entry.refuseOthers();
        if (name.isEmpty()) {
            throw ApiError.invalidInput("a context entry has no ContextKeyName");
        }
        if (name.get().length() < 5 || name.get().length() > 256) {
            throw ApiError.validation(
                    "'" + Printable.line(name.get()) + "'",
                    path + ".contextKeyName",
                    "have length "
                            + (name.get().length() < 5 ? "greater than or equal to 5" : "less than or equal to 256"));
        }
        String key = Printable.line(name.get());
        if (!ConditionKey.isValid(name.get())) {
            throw ApiError.invalidInput("Invalid context key: " + key + " is not of the form service:name");
        }
        if (word.isEmpty()) {
            throw ApiError.invalidInput("the context entry for key " + key + " has no ContextKeyType");
        }
        boolean list = word.get().endsWith("List");
        ContextValue value = value(key, type(word.get(), path), list, values);
        if (context.put(ConditionKey.of(name.get()), value) != null) {
            throw ApiError.invalidInput("Duplicate context key: " + key);
        }
    }

    private static Type type(String word, String path) {
        String scalar = word.endsWith("List") ? word.substring(0, word.length() - "List".length()) : word;
        return Arrays.stream(Type.values())
                .filter(type -> type.word.equals(scalar))
                .findFirst()
                .orElseThrow(() -> ApiError.validation(
                        "'" + Printable.line(word) + "'",
                        path + ".contextKeyType",
                        "satisfy enum value set: "
                                + Arrays.stream(Type.values())
                                        .map(type -> type.word + ", " + type.word + "List")
                                        .collect(Collectors.joining(", ", "[", "]"))));
    }

    private static ContextValue value(String key, Type type, boolean list, ImmutableList<String> values) {
        if (values.isEmpty()) {
            throw ApiError.invalidInput("the context entry for key " + key + " has no ContextKeyValues");
        }
        if (!list && values.size() > 1) {
            throw ApiError.invalidInput("the context entry for key " + key + " has " + values.size()
                    + " values, and its type takes one; there is " + type.word + "List");
        }
        if (!values.stream().allMatch(type::fits)) {
            throw ApiError.invalidInput("Invalid context value for key " + key + ": expected " + type.expected + ".");
        }
        return list ? ContextValue.listOf(values) : ContextValue.of(values.get(0));
    }
}
