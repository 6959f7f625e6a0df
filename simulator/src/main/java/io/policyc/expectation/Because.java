package io.policyc.expectation;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.policy.LocatedPolicy;
import io.policyc.simulator.DecidingStatement;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a rule decided: by its Sid, which a compiler may have numbered, or by the name of its policy. A statement that was
 * packed goes by the names of all that it stands for.
 */
final class Because {
    private Because() {}

    static boolean decided(String rule, Decision decision) {
        return decision.deciding().stream().anyMatch(statement -> decided(rule, statement.policy(), statement.index()));
    }

    private static boolean decided(String rule, LocatedPolicy policy, int statement) {
        return policy.policies(statement).contains(rule)
                || policy.sids(statement).contains(rule)
                || isNumbered(rule, policy, statement);
    }

    /** A rule that became several statements numbers them, and no statement of its policy has its plain name then. */
    private static boolean isNumbered(String rule, LocatedPolicy policy, int statement) {
        boolean plain = IntStream.range(0, policy.document().statements().size())
                .filter(other -> policy.sids(other).contains(rule))
                .anyMatch(other -> policy.policies(other).containsAll(policy.policies(statement)));
        return !plain && policy.sids(statement).stream().anyMatch(sid -> isNumbered(sid, rule));
    }

    /** Every name by which a statement of these policies may be said to decide. */
    static ImmutableSet<String> names(TestedPolicies policies) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        for (LocatedPolicy policy : policies.all()) {
            names.add(policy.name());
            for (int i = 0; i < policy.document().statements().size(); i++) {
                names.addAll(policy.policies(i)).addAll(policy.sids(i));
            }
        }
        return names.build();
    }

    /** Whether a rule may have one of the names, numbered or as it is. */
    static boolean isNamed(String rule, ImmutableSet<String> names) {
        return names.contains(rule) || names.stream().anyMatch(name -> isNumbered(name, rule));
    }

    private static boolean isNumbered(String sid, String rule) {
        return sid.startsWith(rule) && sid.chars().skip(rule.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    /** What did decide, as the end of a sentence. */
    static String decider(Decision decision) {
        List<String> deciding = decision.deciding().stream()
                .map(DecidingStatement::label)
                .map(Printable::quoted)
                .distinct()
                .toList();
        return deciding.isEmpty()
                ? "no statement did: " + DecisionPrinter.text(decision)
                : String.join(", ", deciding) + " did";
    }
}
