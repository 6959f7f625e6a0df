package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.request.Request;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One policy as its author means it.
 *
 * @param name letters, digits, {@code _} and {@code -}; unique in a workspace
 * @param place where the name is written
 */
public record Intent(String name, Optional<String> description, ImmutableList<IntentRule> rules, SourceSpan place) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    public Intent {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a policy name: " + name);
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a rule denies the request; see {@link IntentRule#denies}. */
    public boolean denies(Request request) {
        return rules.stream().anyMatch(rule -> rule.denies(request));
    }
}
