package io.policyc.compiler;

/** Which of several ways of saying the same may be taken; of those the compiler takes the shortest. */
record Style(boolean nested, boolean guarded, boolean multiplied, boolean split) {
    static final Style ANY = new Style(true, true, true, true);
}
