package io.policyc.plan;

import io.policyc.authorization.LastUse;

/**
 * A role that is meant to stand in for a key, and what is known of it.
 *
 * @param name as people call it
 * @param presence whether it is there, and its use
 */
record RoleEvidence(String name, Presence presence) {

    /** Whether a role is there. */
    sealed interface Presence {}

    /** It is there. */
    record There(LastUse lastUse) implements Presence {}

    /** The account was looked at and does not have it. */
    record Missing() implements Presence {}

    /** Nobody looked. */
    record Unknown(String missing) implements Presence {}
}
