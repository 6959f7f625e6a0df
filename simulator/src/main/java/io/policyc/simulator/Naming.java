package io.policyc.simulator;

/**
 * How the principal element of a resource policy names a caller; what the statement grants depends on it.
 *
 * @param self as itself, or as everybody
 * @param role as a session of its role
 * @param account as a principal of its account
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     How resource-based policies and implicit denies work together</a>
 */
record Naming(Truth self, Truth role, Truth account) {
    static final Naming NONE = new Naming(Truth.FALSE, Truth.FALSE, Truth.FALSE);
    static final Naming EVERYBODY = new Naming(Truth.TRUE, Truth.FALSE, Truth.FALSE);

    /** Whether the caller is named in any way. */
    Truth any() {
        return self.or(role).or(account);
    }

    /** Whether a way in which the caller is named, which may grant more than the others, is open. */
    boolean isPartlyUnknown() {
        return self == Truth.UNKNOWN || role == Truth.UNKNOWN || account == Truth.UNKNOWN;
    }

    Naming or(Naming other) {
        return new Naming(self.or(other.self), role.or(other.role), account.or(other.account));
    }

    /** The same where the rest of the statement holds. */
    Naming and(Truth rest) {
        return new Naming(self.and(rest), role.and(rest), account.and(rest));
    }
}
