package io.policyc.endpoint;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong on purpose, by the number of the request: what clients must bear, for their tests. */
@FunctionalInterface
public interface Faults {
    /** The fault that the n-th request meets, from 1. */
    Optional<Fault> of(int request);

    static Faults none() {
        return request -> Optional.empty();
    }

    /** The first requests meet it, later ones get their answers. */
    static Faults first(int count, Fault fault) {
        return request -> request <= count ? Optional.of(fault) : Optional.empty();
    }

    static Faults always(Fault fault) {
        return request -> Optional.of(fault);
    }

    /** One way to go wrong. */
    sealed interface Fault {
        /** As AWS does when it is asked too often. */
        static Fault throttling() {
            return new Refusal(400, "Throttling", "Rate exceeded");
        }

        /** As AWS does when it is broken. */
        static Fault failure() {
            return new Refusal(500, "ServiceFailure", "The request processing has failed because of an unknown error.");
        }
    }

    /** An error in place of the answer. */
    record Refusal(int status, String code, String message) implements Fault {}

    /** The connection ends without an answer. */
    record Cut() implements Fault {}

    /** The connection ends in the middle of the answer. */
    record CutInAnswer() implements Fault {}

    /** The answer comes late. */
    record Slow(Duration delay) implements Fault {}
}
