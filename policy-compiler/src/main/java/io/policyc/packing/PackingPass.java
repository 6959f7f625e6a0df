package io.policyc.packing;

/** A step that makes documents smaller, in the order in which they are taken: what is missed least comes first. */
public enum PackingPass {
    /** Written shape only: {@code "key":["value"]} and {@code "key":"value"} are the same to AWS. */
    SINGLE_VALUES("single-values", "single values of conditions without brackets"),
    IDLE_IF_EXISTS("idle-if-exists", "IfExists dropped after negated operators, which match absent keys anyway"),
    COVERED_PATTERNS("covered-patterns", "patterns dropped that another one of the list covers"),
    COVERED_STATEMENTS("covered-statements", "statements dropped that another one covers"),
    MERGED_STATEMENTS("merged-statements", "statements that differ in one list made one"),
    SIDS("sids", "Sids dropped; the manifest keeps them");

    private final String id;
    private final String words;

    PackingPass(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** The name in the manifest. */
    public String id() {
        return id;
    }

    /** What it does, in a few words. */
    public String words() {
        return words;
    }
}
