package io.policyc.credential;

import io.policyc.authorization.Certainty;

/** Yes, no and cannot tell, combined. */
final class Answers {
    private Answers() {}

    static Certainty and(Certainty one, Certainty other) {
        if (one == Certainty.NO || other == Certainty.NO) {
            return Certainty.NO;
        }
        return one == Certainty.YES && other == Certainty.YES ? Certainty.YES : Certainty.UNKNOWN;
    }

    static Certainty or(Certainty one, Certainty other) {
        return not(and(not(one), not(other)));
    }

    static Certainty not(Certainty one) {
        return switch (one) {
            case YES -> Certainty.NO;
            case NO -> Certainty.YES;
            case UNKNOWN -> Certainty.UNKNOWN;
        };
    }
}
