package io.policyc.policy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A condition operator in its three parts, for example {@code ForAnyValue:StringLikeIfExists}.
 *
 * @param ifExists whether an absent key makes the condition true
 */
public record ConditionOperator(SetQualifier qualifier, Comparison comparison, boolean ifExists) {

    /** How the values of a multivalued key are combined. */
    public enum SetQualifier {
        /** No qualifier: for single-valued keys. */
        NONE(""),
        /** Each value of the request must match; true when there is none. */
        FOR_ALL_VALUES("ForAllValues:"),
        /** Some value of the request must match; false when there is none. */
        FOR_ANY_VALUE("ForAnyValue:");

        private final String prefix;

        SetQualifier(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final ImmutableMap<String, ConditionOperator> BY_WORD = byWord();

    public ConditionOperator {
        if (ifExists && comparison == Comparison.NULL) {
            throw new IllegalArgumentException("Null tests presence itself and takes no IfExists");
        }
    }

    public static ConditionOperator of(Comparison comparison) {
        return new ConditionOperator(SetQualifier.NONE, comparison, false);
    }

    public ConditionOperator withIfExists() {
        return new ConditionOperator(qualifier, comparison, true);
    }

    public ConditionOperator withQualifier(SetQualifier other) {
        return new ConditionOperator(other, comparison, ifExists);
    }

    public ConditionOperator withComparison(Comparison other) {
        return new ConditionOperator(qualifier, other, ifExists);
    }

    /** The operator of a policy's text, exactly as AWS spells it. */
    public static Optional<ConditionOperator> parse(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** All operators as they are spelled. */
    public static ImmutableSet<String> words() {
        return BY_WORD.keySet();
    }

    /** The operator as AWS spells it. */
    public String word() {
        return qualifier.prefix + comparison.word() + (ifExists ? "IfExists" : "");
    }

    @Override
    public String toString() {
        return word();
    }

    private static ImmutableMap<String, ConditionOperator> byWord() {
        ImmutableMap.Builder<String, ConditionOperator> byWord = ImmutableMap.builder();
        for (SetQualifier qualifier : SetQualifier.values()) {
            for (Comparison comparison : Comparison.values()) {
                ConditionOperator operator = new ConditionOperator(qualifier, comparison, false);
                byWord.put(operator.word(), operator);
                if (comparison != Comparison.NULL) {
                    byWord.put(operator.withIfExists().word(), operator.withIfExists());
                }
            }
        }
        return byWord.buildOrThrow();
    }
}
