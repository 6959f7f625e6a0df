package io.policyc.plan;

/** How far a key is on its way out: what is to be done next, or waited for. */
public enum Stage {
    /** A key of the root user, which nothing replaces. */
    DELETE_ROOT_KEY("delete-root-key", "delete the key of the root user"),
    DELETE("delete", "delete the key"),
    DISABLE("disable", "disable the key"),
    WRITE_ROLE("write-role", "write a role that stands in for it"),
    DEPLOY_ROLE("deploy-role", "deploy the role"),
    USE_ROLE("use-role", "role ready: make the workload use it"),
    DUAL_RUN("dual-run", "dual run"),
    SILENCE("silence", "disabled; listen whether anybody misses it"),
    /** Something is not known. */
    HELD("held", "cannot tell"),
    DONE("done", "gone");

    private final String word;
    private final String words;

    Stage(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** For programs. */
    public String word() {
        return word;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether the next move is to wait for a day. */
    boolean isWaiting() {
        return this == DUAL_RUN || this == SILENCE;
    }

    /** Whether the next move is somebody's. */
    public boolean isAction() {
        return !isWaiting() && this != HELD && this != DONE;
    }
}
