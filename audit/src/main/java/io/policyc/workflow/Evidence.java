package io.policyc.workflow;

import io.policyc.source.SourceSpan;

/**
 * A place of a workflow that is given a part of a key, or may be.
 *
 * @param what the beginning of a sentence that the value ends, such as "input `x` is"
 * @param temporary whether a session token may come with it, which only temporary credentials have
 */
record Evidence(SourceSpan place, String what, Given given, boolean temporary) {
    boolean isKey() {
        return given instanceof Given.Key && !temporary;
    }

    /** Whether it is no more than a key in the file, which is reported by itself. */
    boolean isLiteral() {
        return given instanceof Given.Key key && key.literal();
    }

    String words() {
        String value = given instanceof Given.Key key
                ? key.words()
                : given instanceof Given.Unknown unknown ? unknown.words() : "nothing";
        return what + " " + value + (temporary ? ", and a session token may come with it" : "");
    }
}
