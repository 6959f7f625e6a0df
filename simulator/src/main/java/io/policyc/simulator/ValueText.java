package io.policyc.simulator;

import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import java.util.Comparator;
import java.util.List;

/** Says in words how values of a policy fare against one of the request. */
final class ValueText {
    private ValueText() {}

    /** What was compared, with what it became. */
    static String value(ValueExplanation value) {
        String written = Excerpt.of(value.value().text());
        return value.resolved()
                .map(text -> written + ", here " + Excerpt.of(text))
                .orElse(written);
    }

    /** One value with its verdict and everything that there is to say. */
    static String line(ValueExplanation value) {
        return verdict(value.matches()) + noted(value);
    }

    /** One value with everything that there is to say. */
    static String noted(ValueExplanation value) {
        return value.note().map(note -> value(value) + ": " + note).orElseGet(() -> value(value));
    }

    /** Several of which none matches, in one line; of one alone everything that there is to say. */
    static String noneOf(List<ValueExplanation> values) {
        return values.size() == 1 ? line(values.get(0)) : "matches none of " + values.size() + ": " + few(values);
    }

    /** The first few; what misleads comes first and is explained. */
    static String few(List<ValueExplanation> values) {
        return Excerpt.fewOf(sorted(values).stream().map(ValueText::brief).toList());
    }

    /** What matches first, then what may match, then what misleads; otherwise the policy's order. */
    static List<ValueExplanation> sorted(List<ValueExplanation> values) {
        return values.stream().sorted(Comparator.comparingInt(ValueText::rank)).toList();
    }

    private static String brief(ValueExplanation value) {
        return value.note()
                .filter(note -> value.misleads())
                .map(note -> value(value) + " (" + note + ")")
                .orElseGet(() -> value(value));
    }

    private static String verdict(Truth matches) {
        return switch (matches) {
            case TRUE -> "matches ";
            case FALSE -> "does not match ";
            case UNKNOWN -> "perhaps matches ";
        };
    }

    private static int rank(ValueExplanation value) {
        return switch (value.matches()) {
            case TRUE -> 0;
            case UNKNOWN -> 1;
            case FALSE -> value.misleads() ? 2 : 3;
        };
    }
}
