package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Outcome;
import java.util.Arrays;
import java.util.Optional;

/** What a test expects of a request. */
public enum Expected {
    /** Not stopped by the organization's policies. */
    ALLOW("allow"),
    /** Stopped, explicitly or implicitly. */
    DENY("deny"),
    EXPLICIT_DENY("explicit-deny"),
    IMPLICIT_DENY("implicit-deny"),
    /** The keys that the test leaves open decide. */
    UNDETERMINED("undetermined");

    private final String word;

    Expected(String word) {
        this.word = word;
    }

    /** The word in test files. */
    public String word() {
        return word;
    }

    public static Optional<Expected> parse(String word) {
        return Arrays.stream(values())
                .filter(expected -> expected.word.equals(word))
                .findFirst();
    }

    /** All words. */
    public static ImmutableList<String> words() {
        return Arrays.stream(values()).map(Expected::word).collect(ImmutableList.toImmutableList());
    }

    /** Whether a decision is what was expected. */
    public boolean holds(Decision decision) {
        return this == UNDETERMINED
                ? !decision.isDetermined()
                : decision.possible().stream().allMatch(this::isMet);
    }

    /** Whether a decision may turn out to be what was expected, once the keys are known that it leaves open. */
    boolean mayHold(Decision decision) {
        return decision.possible().stream().anyMatch(this::isMet);
    }

    /** Whether an outcome is what was expected. */
    public boolean isMet(Outcome outcome) {
        return switch (this) {
            case ALLOW -> outcome == Outcome.ALLOWED;
            case DENY -> outcome != Outcome.ALLOWED;
            case EXPLICIT_DENY -> outcome == Outcome.EXPLICIT_DENY;
            case IMPLICIT_DENY -> outcome == Outcome.IMPLICIT_DENY;
            case UNDETERMINED -> outcome == Outcome.UNDETERMINED;
        };
    }

    /** Whether a rule can be named as the reason. */
    boolean hasReason() {
        return this == ALLOW || this == DENY || this == EXPLICIT_DENY;
    }
}
