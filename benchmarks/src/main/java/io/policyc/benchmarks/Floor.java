package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Glob;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.Statement;
import io.policyc.request.Request;

/**
 * The wildcard matches that a decision by the published policy cannot do without: user agent, then principal, on the very
 * texts, and none that the evaluator would not need either.
 */
final class Floor {
    private final Glob[] userAgents;
    private final Glob[] principals;

    Floor() {
        Statement statement =
                Policies.seed().get(0).policies().get(1).document().statements().get(0);
        userAgents = globs(statement, "aws:UserAgent");
        principals = globs(statement, "aws:PrincipalARN");
    }

    boolean denies(Texts texts) {
        return any(userAgents, texts.userAgent()) && !any(principals, texts.principal());
    }

    /** What the patterns are compared with. */
    record Texts(String userAgent, String principal) {
        static Texts of(Request request) {
            return new Texts(value(request, "aws:UserAgent"), value(request, "aws:PrincipalArn"));
        }

        private static String value(Request request, String key) {
            return request.context().get(ConditionKey.of(key)).values().get(0);
        }
    }

    private static boolean any(Glob[] globs, String text) {
        for (Glob glob : globs) {
            if (glob.matches(text)) {
                return true;
            }
        }
        return false;
    }

    private static Glob[] globs(Statement statement, String key) {
        return statement.conditions().stream()
                .filter(condition -> condition.key().equals(ConditionKey.of(key)))
                .flatMap(condition -> condition.values().stream())
                .map(value -> Glob.of(value.text()))
                .collect(ImmutableList.toImmutableList())
                .toArray(Glob[]::new);
    }
}
