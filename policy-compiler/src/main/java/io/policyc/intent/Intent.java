package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Effect;
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

    /** Whether a rule denies the request; see {@link IntentRule#applies}. */
    public boolean denies(Request request) {
        return rules.stream().anyMatch(rule -> rule.effect() == Effect.DENY && rule.applies(request));
    }

    /** Whether each resource of the request is allowed by a rule; of an intent without {@code allow} never. */
    public boolean allows(Request request) {
        return request.resources().stream().allMatch(resource -> {
            Request alone =
                    new Request(request.principal(), request.action(), ImmutableList.of(resource), request.context());
            return rules.stream().anyMatch(rule -> rule.effect() == Effect.ALLOW && rule.applies(alone));
        });
    }
}
