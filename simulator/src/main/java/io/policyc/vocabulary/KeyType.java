package io.policyc.vocabulary;

import io.policyc.policy.Comparison;

/**
 * The declared type of a condition key.
 *
 * @param multivalued whether requests carry a list of values under it
 * @param origin who chooses the values
 */
public record KeyType(Values values, boolean multivalued, Origin origin) {

    /** What the values are. */
    public enum Values {
        STRING(Comparison.Family.STRING),
        ARN(Comparison.Family.ARN),
        IP_ADDRESS(Comparison.Family.IP),
        NUMERIC(Comparison.Family.NUMERIC),
        DATE(Comparison.Family.DATE),
        BOOL(Comparison.Family.BOOL),
        BINARY(Comparison.Family.BINARY);

        private final Comparison.Family family;

        Values(Comparison.Family family) {
            this.family = family;
        }

        /** The family of operators that are made for such values. */
        public Comparison.Family family() {
            return family;
        }
    }

    /** Who chooses the values of a key. */
    public enum Origin {
        /** AWS writes them, so they are well-formed. */
        AWS,
        /** The caller, an identity provider or whoever tags chooses the text. */
        CALLER,
        UNKNOWN
    }
}
