package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.ContextValue;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

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
            case PRESENT ->
                value.list() || value.values().size() != 1
                        ? value.values().stream().map(Excerpt::quoted).collect(Collectors.joining(", ", " = [", "]"))
                        : " = " + Excerpt.quoted(value.values().get(0));
        };
    }

    /** The reason in one line, for a condition that does not hold. */
    String line() {
        String all = Excerpt.few(texts());
        if (condition.operator().comparison() == Comparison.NULL) {
            return subject() + ", wanted " + all;
        }
        if (explanation.values().isEmpty()) {
            return subject() + (explanation.actual().isPresent() ? ", compared with " + all : "");
        }
        List<ValueExplanation> matching = explanation.values().stream()
                .filter(value -> value.matches() == Truth.TRUE)
                .toList();
        if (!matching.isEmpty()) {
            return subject() + " matches " + Excerpt.of(matching.get(0).value().text());
        }
        return subject()
                + ElementText.noneOf(
                        notesFirst().stream().map(ConditionText::withNote).toList());
    }

    /** One line for each value that matters, and a count of the others. */
    ImmutableList<String> values() {
        if (condition.operator().comparison() == Comparison.NULL) {
            return ImmutableList.of("wanted " + Excerpt.few(texts()));
        }
        if (explanation.values().isEmpty()) {
            return ImmutableList.of("compared with " + Excerpt.few(texts()));
        }
        List<String> lines = new ArrayList<>();
        int misses = 0;
        for (ValueExplanation value : notesFirst()) {
            if (value.matches() == Truth.FALSE && misses++ >= FEW) {
                continue;
            }
            lines.add(verdict(value.matches()) + withNote(value));
        }
        if (misses > FEW) {
            lines.add("… and " + (misses - FEW) + " more");
        }
        return ImmutableList.copyOf(lines);
    }

    private static String verdict(Truth matches) {
        return switch (matches) {
            case TRUE -> "matches ";
            case FALSE -> "does not match ";
            case UNKNOWN -> "perhaps matches ";
        };
    }

    /** What matches first, then what is unknown, then what misses by a hair; otherwise the policy's order. */
    private List<ValueExplanation> notesFirst() {
        return explanation.values().stream()
                .sorted(Comparator.comparingInt(ConditionText::rank))
                .toList();
    }

    private static int rank(ValueExplanation value) {
        return switch (value.matches()) {
            case TRUE -> 0;
            case UNKNOWN -> 1;
            case FALSE -> value.note().isPresent() ? 2 : 3;
        };
    }

    private static String withNote(ValueExplanation value) {
        String text = Excerpt.of(value.value().text());
        return value.note().map(note -> text + " (" + note + ")").orElse(text);
    }

    private List<String> texts() {
        return condition.values().stream().map(ValueTemplate::text).toList();
    }
}
