package io.policyc.credential;

/** What an audit counts, in the order in which it is listed. */
public enum Figure {
    USERS("users"),
    CREDENTIALS("credentials"),
    ACTIVE_KEYS("activeKeys"),
    OLD_KEYS("oldKeys"),
    /** The root user is one of them if it has an active key. */
    ADMINISTRATORS_WITH_KEYS("administratorsWithKeys"),
    /** Users with two active access keys. */
    UNFINISHED_ROTATIONS("unfinishedRotations"),
    /** Active keys that nobody uses, or that nobody answers for. */
    ORPHANED_KEYS("orphanedKeys"),
    FINDINGS("findings");

    private final String field;

    Figure(String field) {
        this.field = field;
    }

    /** Its name in JSON. */
    public String field() {
        return field;
    }

    String words(AuditRules rules) {
        return switch (this) {
            case USERS -> "users";
            case CREDENTIALS -> "long-lived credentials";
            case ACTIVE_KEYS -> "active access keys";
            case OLD_KEYS -> "active access keys older than " + AuditRules.days(rules.maxAge());
            case ADMINISTRATORS_WITH_KEYS -> "users with active access keys and administrator access";
            case UNFINISHED_ROTATIONS -> "rotations begun and not finished";
            case ORPHANED_KEYS -> "orphaned access keys";
            case FINDINGS -> "findings";
        };
    }
}
