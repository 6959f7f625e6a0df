package io.policyc.comparison;

import java.util.Optional;

/**
 * A request that the service was not asked, for it would answer something else; or that it refused.
 *
 * @param detail what of the request is in the way
 */
public record NotComparable(Obstacle obstacle, Optional<String> detail) implements Question, Answer {

    static NotComparable of(Obstacle obstacle) {
        return new NotComparable(obstacle, Optional.empty());
    }

    static NotComparable of(Obstacle obstacle, String detail) {
        return new NotComparable(obstacle, Optional.of(detail));
    }

    /** The obstacle in one line, for people. */
    public String reason() {
        return obstacle.words() + detail.map(text -> ": " + text).orElse("");
    }
}
