package io.policyc.recording;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.simulator.Outcome;
import java.util.Objects;
import java.util.Optional;

/**
 * Outcomes by the words of the API.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">EvalDecision</a>
 */
final class Decisions {
    private static final ImmutableBiMap<String, Outcome> OUTCOMES = ImmutableBiMap.of(
            "allowed", Outcome.ALLOWED,
            "explicitDeny", Outcome.EXPLICIT_DENY,
            "implicitDeny", Outcome.IMPLICIT_DENY);

    private Decisions() {}

    static String word(Outcome outcome) {
        return Objects.requireNonNull(OUTCOMES.inverse().get(outcome), "a service always decides");
    }

    static Optional<Outcome> parse(String word) {
        return Optional.ofNullable(OUTCOMES.get(word));
    }

    static ImmutableSet<String> words() {
        return OUTCOMES.keySet();
    }
}
