package io.policyc.simulator;

import io.policyc.policy.ActionElement;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
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
        List<ValueExplanation> values = element.patterns().stream()
                .map(pattern -> ElementComparison.action(pattern, facts, action))
                .toList();
        boolean listed = element.fold(given -> true, given -> false);
        return "action " + Excerpt.of(action) + " " + words(listed, "NotAction", values);
    }

    /** How the caller fares against Principal or NotPrincipal; empty for a statement without them. */
    Optional<String> principal(Statement statement, Truth truth) {
        return statement.principal().map(element -> new PrincipalText(element, facts.principal()).words(truth));
    }

    String resource(Statement statement, Truth truth) {
        if (facts.resource().isEmpty()) {
            return truth == Truth.UNKNOWN ? "the resource is not given" : "every resource";
        }
        String resource = facts.resource().get();
        ResourceElement element = statement.resource().orElseThrow();
        List<ValueExplanation> values = element.patterns().stream()
                .map(pattern -> ElementComparison.resource(pattern, facts, resource, version))
                .toList();
        boolean listed = element.fold(given -> true, given -> false);
        String words = "resource " + Excerpt.of(resource) + " " + words(listed, "NotResource", values);
        boolean decided = values.stream().noneMatch(value -> value.matches() == Truth.UNKNOWN);
        return truth == Truth.UNKNOWN && decided ? words + ", which rests on a rule that is doubted" : words;
    }

    private static String words(boolean listed, String notElement, List<ValueExplanation> values) {
        ValueExplanation first = ValueText.sorted(values).get(0);
        if (first.matches() == Truth.FALSE) {
            return listed ? ValueText.noneOf(values) : "is none of " + notElement + " " + ValueText.few(values);
        }
        if (listed) {
            return ValueText.line(first);
        }
        String verdict = first.matches() == Truth.TRUE ? "is spared by " : "is perhaps spared by ";
        return verdict + notElement + " " + ValueText.noted(first);
    }
}
