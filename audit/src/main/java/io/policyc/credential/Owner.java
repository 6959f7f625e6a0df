package io.policyc.credential;

import java.util.Optional;

/** Who answers for a credential. */
public record Owner(String name, Optional<String> email, Source source, Status status) {
    /** Where it was said. */
    public enum Source {
        /** A tag of the user. */
        TAG,
        /** The owners file. */
        FILE
    }

    /** Whether the owner is still there; a tag does not say. */
    public enum Status {
        ACTIVE,
        DEPARTED,
        UNKNOWN
    }
}
