package io.policyc.compiler;

/**
 * How many more symbols may be compared with each other. When it is used up nothing more is told of patterns, so rules of
 * thousands of long patterns are compiled in time, into statements that are exact and longer than they need be.
 */
final class Effort {
    /** For the exceptions of a rule: less than a second, and enough for far more of them than a policy has room for. */
    private static final long OF_A_RULE = 10_000_000;
    /** For two lists of one statement, of which a rule may try thousands. */
    private static final long OF_TWO_LISTS = 20_000;

    private long left;

    private Effort(long left) {
        this.left = left;
    }

    static Effort ofARule() {
        return new Effort(OF_A_RULE);
    }

    static Effort ofTwoLists() {
        return new Effort(OF_TWO_LISTS);
    }

    boolean spend(long symbols) {
        if (symbols > left) {
            return false;
        }
        left -= symbols;
        return true;
    }
}
