package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Printable;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.simulator.Literals;
import io.policyc.vocabulary.EntryType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the context keys of a call. Types are checked as AWS was observed to do; a value goes into the evaluation as the
 * text that it is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">ContextEntry</a>
 */
final class ContextEntries {
    private ContextEntries() {}

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
        ContextValue value = value(key, type(word.get(), path), values);
        if (context.put(ConditionKey.of(name.get()), value) != null) {
            throw ApiError.invalidInput("Duplicate context key: " + key);
        }
    }

    private static EntryType type(String word, String path) {
        return EntryType.of(word)
                .orElseThrow(() -> ApiError.validation(
                        "'" + Printable.line(word) + "'",
                        path + ".contextKeyType",
                        "satisfy enum value set: [" + String.join(", ", EntryType.words()) + "]"));
    }

    private static ContextValue value(String key, EntryType type, ImmutableList<String> values) {
        if (values.isEmpty()) {
            throw ApiError.invalidInput("the context entry for key " + key + " has no ContextKeyValues");
        }
        if (!type.isList() && values.size() > 1) {
            throw ApiError.invalidInput("the context entry for key " + key + " has " + values.size()
                    + " values, and its type takes one; there is "
                    + EntryType.of(type.type(), true).word());
        }
        Comparison.Family family = type.type().family();
        if (!values.stream().allMatch(value -> Literals.isWellFormedInRequest(value, family))) {
            throw ApiError.invalidInput("Invalid context value for key " + key + ": expected " + form(type) + ".");
        }
        return type.isList() ? ContextValue.listOf(values) : ContextValue.of(values.get(0));
    }

    /** What AWS says that it expected; any text is a string or a boolean. */
    private static String form(EntryType type) {
        return switch (type.type()) {
            case NUMERIC -> "numeric format";
            case IP_ADDRESS -> "IP address";
            case BINARY -> "base-64 encoded binary format";
            case DATE -> "DateTime format";
            case STRING, ARN, BOOL -> "text";
        };
    }
}
