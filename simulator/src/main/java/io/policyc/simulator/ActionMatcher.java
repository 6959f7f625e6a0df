package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Glob;
import io.policyc.policy.ActionElement;
import java.util.Locale;

/** Action or NotAction: compared in lower case, wildcards anywhere. */
final class ActionMatcher {
    private final boolean everything;
    private final boolean negated;
    private final ImmutableList<Glob> globs;

    ActionMatcher(ActionElement element) {
        this.everything = element.patterns().stream().anyMatch(pattern -> pattern.isEverything());
        this.negated = element.<Boolean>fold(action -> false, notAction -> true);
        this.globs = element.patterns().stream()
                .map(pattern -> Glob.of(pattern.text().toLowerCase(Locale.ROOT)))
                .collect(ImmutableList.toImmutableList());
    }

    boolean matches(Facts facts) {
        return listed(facts.action()) != negated;
    }

    private boolean listed(String action) {
        if (everything) {
            return true;
        }
        for (Glob glob : globs) {
            if (glob.matches(action)) {
                return true;
            }
        }
        return false;
    }
}
