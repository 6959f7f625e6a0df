package io.policyc.cli;

import com.google.common.collect.ImmutableSet;

/** A command whose results have more forms than text and JSON. */
interface FormatChoice {
    /** The forms of every command. */
    ImmutableSet<GlobalOptions.Format> COMMON = ImmutableSet.of(GlobalOptions.Format.text, GlobalOptions.Format.json);

    /** With annotations of GitHub beside them. */
    ImmutableSet<GlobalOptions.Format> WITH_GITHUB =
            ImmutableSet.of(GlobalOptions.Format.text, GlobalOptions.Format.json, GlobalOptions.Format.github);

    /** The forms that fit what was asked of the command. */
    ImmutableSet<GlobalOptions.Format> formats();

    /** Those of any command. */
    static ImmutableSet<GlobalOptions.Format> of(Object command) {
        return command instanceof FormatChoice choice ? choice.formats() : COMMON;
    }
}
