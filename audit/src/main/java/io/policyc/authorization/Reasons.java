package io.policyc.authorization;

import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyType;
import io.policyc.simulator.DecidingStatement;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Answers in words. */
final class Reasons {
    private static final int MOST_NAMED = 3;

    private Reasons() {}

    /** Why a call is not allowed. */
    static String denied(DecisiveCall call, Decision decision) {
        if (decision.outcome() == Outcome.EXPLICIT_DENY) {
            DecidingStatement first = decision.deciding().get(0);
            String boundary = first.type() == PolicyType.PERMISSIONS_BOUNDARY ? "the permissions boundary " : "";
            return call.words() + ": denied by " + boundary + first.policy().name();
        }
        boolean byBoundary = !decision.withoutAllow().isEmpty()
                && decision.withoutAllow().stream().allMatch(stage -> stage.type() == PolicyType.PERMISSIONS_BOUNDARY);
        return (byBoundary ? "the permissions boundary does not allow " : "no policy allows ") + call.words();
    }

    static String dependsOn(ImmutableSet<ConditionKey> keys) {
        return "it depends on "
                + (keys.isEmpty()
                        ? "what is not known"
                        : list(keys.stream().map(key -> "`" + key + "`").toList()));
    }

    /** The policy that allows all of some allowed calls alone, or else those that do together. */
    static String givenBy(List<Decision> decisions) {
        Set<String> alone = new LinkedHashSet<>(allowing(decisions.get(0)));
        Set<String> together = new LinkedHashSet<>();
        for (Decision decision : decisions) {
            List<String> names = allowing(decision);
            alone.retainAll(names);
            together.addAll(names);
        }
        return alone.isEmpty() ? list(together) + " together" : alone.iterator().next();
    }

    private static List<String> allowing(Decision decision) {
        return decision.deciding().stream()
                .filter(statement -> statement.type() == PolicyType.IDENTITY_POLICY)
                .map(statement -> statement.policy().name())
                .toList();
    }

    /** The first ones, and how many more there are. */
    static String list(Collection<String> words) {
        List<String> shown = new ArrayList<>(words.stream().limit(MOST_NAMED).toList());
        if (words.size() > MOST_NAMED) {
            shown.add((words.size() - MOST_NAMED) + " more");
        }
        String last = shown.remove(shown.size() - 1);
        return shown.isEmpty() ? last : String.join(", ", shown) + " and " + last;
    }
}
