package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.policyc.glob.Glob;
import io.policyc.policy.ActionElement;
import java.util.Locale;

/** Action or NotAction: compared in lower case, wildcards anywhere but in the service. */
final class ActionMatcher {
    private final boolean everything;
    private final boolean negated;
    private final ImmutableListMultimap<String, Glob> byService;

    ActionMatcher(ActionElement element) {
        this.everything = element.patterns().stream().anyMatch(pattern -> pattern.isEverything());
        this.negated = element.<Boolean>fold(action -> false, notAction -> true);
        this.byService = element.patterns().stream()
                .filter(pattern -> !pattern.isEverything())
                .map(pattern -> pattern.text().toLowerCase(Locale.ROOT))
                .collect(ImmutableListMultimap.toImmutableListMultimap(ActionMatcher::service, Glob::of));
    }

    /** What stands before the first colon of an action, or of a pattern that is not {@code *}. */
    static String service(String action) {
        return action.substring(0, action.indexOf(':'));
    }

    boolean matches(Facts facts) {
        return listed(facts) != negated;
    }

    private boolean listed(Facts facts) {
        if (everything) {
            return true;
        }
        ImmutableList<Glob> globs = byService.get(facts.service());
        for (int i = 0; i < globs.size(); i++) {
            if (globs.get(i).matches(facts.action())) {
                return true;
            }
        }
        return false;
    }

    /** The services that are named, in lower case. */
    ImmutableSet<String> services() {
        return byService.keySet();
    }

    /** Whether some action of a service may match. */
    boolean mayMatch(String service) {
        return byService.containsKey(service) || mayMatchOtherServices();
    }

    /** Whether actions of a service that is not named match. */
    boolean mayMatchOtherServices() {
        return everything != negated;
    }
}
