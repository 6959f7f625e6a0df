package io.policyc.trust;

import com.google.common.collect.ImmutableSet;

/** The keys by which a trust policy tells callers with an account apart. */
final class Callers {
    private static final ImmutableSet<String> KEYS = ImmutableSet.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:userid",
            "aws:username",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "sts:externalid");

    private Callers() {}

    /** Whether a key in lower case tells who asks; the account alone counts. */
    static boolean tellsWho(String key) {
        return KEYS.contains(key) || key.startsWith("aws:principaltag/");
    }

    /** Whether a key in lower case tells more than the account. */
    static boolean tellsMoreThanAccount(String key) {
        return tellsWho(key) && !key.equals("aws:principalaccount");
    }
}
