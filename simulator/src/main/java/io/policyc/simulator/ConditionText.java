package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.ContextValue;
import io.policyc.simulator.ConditionExplanation.RequestValue;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import java.util.Comparator;
import java.util.List;

/** Says in words how a request fares against a condition: at length for what decides, in one line for the rest. */
final class ConditionText {
    /** How many values that do not match are shown where one line each is spent. */
    private static final int FEW = 5;

    private final ConditionExplanation explanation;
    private final Condition condition;

    ConditionText(ConditionExplanation explanation) {
        this.explanation = explanation;
        this.condition = explanation.condition();
    }

    /** Operator and key with what the request has, without verdict. */
    String subject() {
        return condition.operator().word() + " " + Excerpt.of(condition.key().spelling()) + actual();
    }

    private String actual() {
        ContextValue value = explanation.actual();
        return switch (value.state()) {
            case ABSENT -> " is absent";
            case UNKNOWN -> " is unknown";
            case VALUE_UNKNOWN -> " is present";
            case PRESENT -> {
                List<String> quoted =
                        value.values().stream().map(Excerpt::quoted).toList();
                yield value.list() || quoted.size() != 1 ? " = [" + Excerpt.fewOf(quoted) + "]" : " = " + quoted.get(0);
            }
        };
    }

    /** The reason in one line, for a condition that does not hold. */
    String line() {
        if (!explanation.each().isEmpty()) {
            return subject() + ": " + severalInOneLine();
        }
        if (explanation.values().isEmpty()) {
            return explanation.actual().isPresent() || isNull() ? subject() + ", " + uncompared() : subject();
        }
        return subject()
                + " "
                + explanation.values().stream()
                        .filter(value -> value.matches() == Truth.TRUE)
                        .findFirst()
                        .map(ValueText::line)
                        .orElseGet(() -> ValueText.noneOf(explanation.values()));
    }

    /** One line for each value that matters, and a count of the others. */
    ImmutableList<String> values() {
        if (!explanation.each().isEmpty()) {
            return fewLines(decidingFirst().stream().map(this::line).toList(), 0);
        }
        if (explanation.values().isEmpty()) {
            return ImmutableList.of(uncompared());
        }
        List<ValueExplanation> sorted = ValueText.sorted(explanation.values());
        long matching =
                sorted.stream().filter(value -> value.matches() != Truth.FALSE).count();
        return fewLines(sorted.stream().map(ValueText::line).toList(), matching);
    }

    private static ImmutableList<String> fewLines(List<String> lines, long more) {
        long shown = FEW + more;
        ImmutableList.Builder<String> few = ImmutableList.builder();
        lines.stream().limit(shown).forEach(few::add);
        if (lines.size() > shown) {
            few.add("… and " + (lines.size() - shown) + " more");
        }
        return few.build();
    }

    private String uncompared() {
        String all =
                Excerpt.few(condition.values().stream().map(ValueTemplate::text).toList());
        if (isNull()) {
            return "wanted " + all;
        }
        return explanation.lacksQualifier()
                ? "a list, which no operator without ForAnyValue or ForAllValues matches"
                : "compared with " + all;
    }

    /** The first of several values that decides; ForAnyValue is false only if none is better. */
    private String severalInOneLine() {
        String first = line(decidingFirst().get(0));
        int others = explanation.each().size() - 1;
        return condition.operator().qualifier() == SetQualifier.FOR_ANY_VALUE
                ? first + (others == 1 ? "; the other one fails too" : "; the other " + others + " fail too")
                : first;
    }

    private String line(RequestValue value) {
        String actual = Excerpt.quoted(value.actual()) + " ";
        int all = condition.values().size();
        if (value.values().size() == 1 && (all == 1 || value.values().get(0).matches() != Truth.FALSE)) {
            return actual + ValueText.line(value.values().get(0));
        }
        String none = actual + "matches none of " + all;
        return value.values().isEmpty() ? none : none + ": " + ValueText.few(value.values());
    }

    /** Those that make the condition what it is come first, and of them those that mislead. */
    private List<RequestValue> decidingFirst() {
        return explanation.each().stream()
                .sorted(Comparator.comparing((RequestValue value) -> value.truth() != explanation.truth())
                        .thenComparing(value -> value.values().stream().noneMatch(ValueExplanation::misleads)))
                .toList();
    }

    private boolean isNull() {
        return condition.operator().comparison() == Comparison.NULL;
    }
}
