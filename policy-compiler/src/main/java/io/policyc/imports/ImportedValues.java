package io.policyc.imports;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.source.SourceText;
import io.policyc.vocabulary.ContextKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The placeholders of a document: <code>${Name}</code> whose name is no condition key, and text in angle or square brackets,
 * as published policies have them for what everybody fills in for themselves.
 */
final class ImportedValues {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{([^{}:$*?,']{1,100})}|<([^<>]{1,100})>|\\[([^\\[\\]]{1,100})]");
    private static final Pattern REFERENCE = Pattern.compile("\\(\\(([^()]*)\\)\\)");

    /** A string of JSON; the brackets of lists are outside. */
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    private final ImmutableMap<String, ImportedValue> byWritten;
    private final ImmutableMap<String, ImportedValue> byName;
    private final ImmutableMap<String, Integer> numbers;

    private ImportedValues(ImmutableMap<String, ImportedValue> byWritten) {
        this.byWritten = byWritten;
        this.byName = Maps.uniqueIndex(byWritten.values(), ImportedValue::name);
        ImmutableMap.Builder<String, Integer> counted = ImmutableMap.builder();
        int number = 0;
        for (String name : byName.keySet()) {
            counted.put(name, number++);
        }
        this.numbers = counted.buildOrThrow();
    }

    static ImportedValues of(LocatedPolicy policy, ImmutableMap<String, String> given) {
        Map<String, String> names = new LinkedHashMap<>();
        FreeNames free = new FreeNames();
        policy.document().statements().stream()
                .flatMap(DocumentTexts::of)
                .flatMap(ImportedValues::placeholders)
                .forEach(found -> names.computeIfAbsent(found.group(), written -> free.name(inside(found))));
        Map<String, List<Integer>> lines = lines(policy);
        ImmutableMap.Builder<String, ImportedValue> values = ImmutableMap.builder();
        names.forEach((written, name) -> values.put(
                written,
                new ImportedValue(
                        written,
                        name,
                        Optional.ofNullable(given.get(name)),
                        ImmutableList.copyOf(lines.getOrDefault(written, List.of())))));
        return new ImportedValues(values.buildOrThrow());
    }

    ImmutableList<ImportedValue> list() {
        return byWritten.values().asList();
    }

    ImmutableList<String> names() {
        return byName.keySet().asList();
    }

    /** A text of the document as it stands in the intent. */
    String named(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(replaced(byWritten, found.group(), found, ImportedValue::reference)));
    }

    /** A text of the intent with the values filled in, and with something that fits where there is none yet. */
    String filled(String text, Function<ImportedValue, String> sample) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(replaced(
                        byName, found.group(1), found, value -> value.value().orElseGet(() -> sample.apply(value)))));
    }

    /** Where the value comes in the order of all. */
    int number(ImportedValue value) {
        return checkNotNull(numbers.get(value.name()));
    }

    /** Whether a text of the document already reads like a value of an intent. */
    static boolean hasReference(String text) {
        return REFERENCE.matcher(text).find();
    }

    private static String replaced(
            ImmutableMap<String, ImportedValue> values,
            String key,
            MatchResult found,
            Function<ImportedValue, String> replacement) {
        ImportedValue value = values.get(key);
        return value == null ? found.group() : replacement.apply(value);
    }

    private static Stream<MatchResult> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().filter(found -> !isVariable(found));
    }

    private static boolean isVariable(MatchResult found) {
        return found.group(1) != null
                && ContextKeys.typeOf(ConditionKey.placeholder(found.group(1))).isPresent();
    }

    private static String inside(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalStateException(found.group());
    }

    /** The lines of the document's text on which each placeholder stands. */
    private static Map<String, List<Integer>> lines(LocatedPolicy policy) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        policy.statementPlace(0).ifPresent(place -> {
            SourceText source = place.source();
            for (int line = 1; line <= source.lineCount(); line++) {
                int at = line;
                STRING.matcher(source.line(line))
                        .results()
                        .flatMap(string -> PLACEHOLDER.matcher(string.group()).results())
                        .map(found -> lines.computeIfAbsent(found.group(), written -> new ArrayList<>()))
                        .filter(found -> found.isEmpty() || found.get(found.size() - 1) != at)
                        .forEach(found -> found.add(at));
            }
        });
        return lines;
    }
}
