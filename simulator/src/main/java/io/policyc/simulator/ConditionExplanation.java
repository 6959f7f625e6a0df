package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.ContextValue;
import io.policyc.request.RequestContext;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.Optional;

/**
 * A condition's verdict on a request.
 *
 * @param actual what the request says of the key
 * @param values each value of the condition compared alone with the request's value; empty where that says nothing, as for
 *     an absent key or several values
 * @param each how each of several values of the request fares
 */
public record ConditionExplanation(
        Condition condition,
        Truth truth,
        ContextValue actual,
        ImmutableList<ValueExplanation> values,
        ImmutableList<RequestValue> each) {

    /** Pairs of values; of more only the matches are said, and not what the others miss. */
    private static final long MANY_PAIRS = 10_000;

    /**
     * A value of the condition on its own, negation left aside.
     *
     * @param resolved what it became in this request, if that is not what is written
     * @param missed where it parts from the request's value, if it is compared as text and does not match
     * @param note what there is to say about it: the miss in words, what became of its variables
     */
    public record ValueExplanation(
            ValueTemplate value,
            Truth matches,
            Optional<String> resolved,
            Optional<ValueMiss> missed,
            Optional<String> note) {

        /** Whether a reader would take it for a match, or for one that could be: more than a mere miss. */
        boolean misleads() {
            return matches == Truth.FALSE
                    && note.isPresent()
                    && missed.map(ValueMiss::inLetterCaseOnly).orElse(true);
        }
    }

    /**
     * One of several values of the request.
     *
     * @param truth how it fares against all values of the condition, negation included
     * @param values the value of the condition that it matches; if none those that it may match or nearly does, and a
     *     condition's only one
     */
    public record RequestValue(String actual, Truth truth, ImmutableList<ValueExplanation> values) {}

    static ConditionExplanation of(PlannedCondition planned, PolicyVersion version, RequestContext context) {
        Condition condition = planned.condition();
        ContextValue actual = context.get(condition.key());
        boolean comparable = actual.isPresent()
                && condition.operator().comparison() != Comparison.NULL
                && !lacksQualifier(condition, actual);
        ImmutableList<ValueComparison> comparisons =
                comparable ? ValueComparison.all(planned, version, context) : ImmutableList.of();
        boolean several = actual.values().size() > 1;
        return new ConditionExplanation(
                condition,
                planned.test(context),
                actual,
                actual.values().stream()
                        .filter(text -> !several)
                        .flatMap(text -> comparisons.stream().map(comparison -> comparison.explain(text)))
                        .collect(ImmutableList.toImmutableList()),
                actual.values().stream()
                        .filter(text -> comparable && several)
                        .map(text -> requestValue(text, planned.testValue(text, context), comparisons, actual))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Whether the key has several values, or may have, and the operator compares only one. */
    boolean lacksQualifier() {
        return actual.isPresent() && lacksQualifier(condition, actual);
    }

    private static boolean lacksQualifier(Condition condition, ContextValue actual) {
        boolean multivalued =
                ContextKeys.typeOf(condition.key()).map(KeyType::multivalued).orElse(actual.list());
        return condition.operator().qualifier() == SetQualifier.NONE
                && (multivalued || actual.values().size() > 1);
    }

    private static RequestValue requestValue(
            String text, Truth truth, ImmutableList<ValueComparison> comparisons, ContextValue actual) {
        Optional<ValueComparison> match = comparisons.stream()
                .filter(comparison -> comparison.matches(text) == Truth.TRUE)
                .findFirst();
        if (match.isPresent()) {
            return new RequestValue(text, truth, ImmutableList.of(match.get().explain(text)));
        }
        boolean many = (long) comparisons.size() * actual.values().size() > MANY_PAIRS;
        return new RequestValue(
                text,
                truth,
                comparisons.stream()
                        .filter(comparison -> !many)
                        .map(comparison -> comparison.explain(text))
                        .filter(value ->
                                comparisons.size() == 1 || value.matches() == Truth.UNKNOWN || value.misleads())
                        .collect(ImmutableList.toImmutableList()));
    }
}
