package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.List;
import java.util.Optional;

/** Says in words how the action and resource of a request fare against a statement. */
final class ElementText {
    private final Facts facts;
    private final String action;
    private final PolicyVersion version;

    /** @param action as the request spells it */
    ElementText(Facts facts, String action, PolicyVersion version) {
        this.facts = facts;
        this.action = action;
        this.version = version;
    }

    String action(Statement statement) {
        ActionElement element = statement.action();
        Optional<String> matching = element.patterns().stream()
                .filter(pattern ->
                        new ActionMatcher(new ActionElement.Action(ImmutableList.of(pattern))).matches(facts))
                .map(ActionPattern::text)
                .findFirst();
        List<String> all = element.patterns().stream().map(ActionPattern::text).toList();
        boolean listed = element.fold(given -> true, given -> false);
        return words("action " + Excerpt.of(action), listed, "NotAction", matching, all);
    }

    String resource(Statement statement, Truth truth) {
        if (facts.resource().isEmpty()) {
            return truth == Truth.UNKNOWN ? "the resource is not given" : "every resource";
        }
        String name = Excerpt.of(facts.resource().get());
        if (truth == Truth.UNKNOWN) {
            return "resource " + name + " is compared with a variable whose value is unknown";
        }
        if (statement.resource().isEmpty()) {
            return "no resource";
        }
        ResourceElement element = statement.resource().get();
        Optional<String> matching = element.patterns().stream()
                .filter(template -> new ResourceMatcher(
                                        new ResourceElement.Resource(ImmutableList.of(template)), version, Doubts.NONE)
                                .matches(facts)
                        != Truth.FALSE)
                .map(ValueTemplate::text)
                .findFirst();
        List<String> all = element.patterns().stream().map(ValueTemplate::text).toList();
        boolean listed = element.fold(given -> true, given -> false);
        return words("resource " + name, listed, "NotResource", matching, all);
    }

    private static String words(
            String what, boolean listed, String notElement, Optional<String> matching, List<String> all) {
        if (!listed) {
            return matching.map(pattern -> what + " is spared by " + notElement + " " + Excerpt.of(pattern))
                    .orElseGet(() -> what + " is none of " + notElement + " " + Excerpt.few(all));
        }
        return matching.map(pattern -> what + " matches " + Excerpt.of(pattern)).orElseGet(() -> what + noneOf(all));
    }

    static String noneOf(List<String> patterns) {
        return patterns.size() == 1
                ? " does not match " + Excerpt.of(patterns.get(0))
                : " matches none of " + patterns.size() + ": " + Excerpt.few(patterns);
    }
}
