package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import io.policyc.node.JsonText;
import io.policyc.request.Request;
import io.policyc.simulator.Explanation.LevelExplanation;
import io.policyc.simulator.Explanation.PolicyExplanation;
import io.policyc.simulator.Explanation.ResourceExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Prints an explanation as a tree: {@code +} matches, {@code -} does not, {@code ?} cannot be told. What decided comes first
 * and with every condition; a statement that misses is one line with its first reason.
 */
public final class ExplanationPrinter {
    private ExplanationPrinter() {}

    /** The decision and the tree, each line with a line break. */
    public static String text(Explanation explanation) {
        TreeText out = new TreeText();
        out.line(0, DecisionPrinter.text(explanation.decision()));
        boolean several = explanation.resources().size() > 1;
        for (ResourceExplanation resource : decidingFirst(explanation)) {
            if (several) {
                String what = "resource " + Printable.line(resource.resource().orElse("(not given)")) + ": ";
                out.line(0, what + DecisionPrinter.text(resource.decision()));
            }
            levels(resource, explanation.request(), out, several ? 1 : 0);
        }
        return out.toString();
    }

    /** One JSON object in one line. */
    public static String json(Explanation explanation) {
        JsonText out = JsonText.minified();
        write(out, Optional.empty(), explanation);
        return out.toString();
    }

    /** The whole tree as the next value of a larger text, in the order of the organization. */
    public static void write(JsonText out, Optional<String> id, Explanation explanation) {
        ExplanationJson.write(out, id, explanation);
    }

    private static List<ResourceExplanation> decidingFirst(Explanation explanation) {
        Outcome outcome = explanation.decision().outcome();
        return first(explanation.resources(), resource -> resource.decision().outcome() == outcome);
    }

    private static void levels(ResourceExplanation resource, Request request, TreeText out, int depth) {
        Decisive decisive = new Decisive(resource.decision());
        Facts facts = Facts.of(request, false, resource.resource());
        for (LevelExplanation level : first(resource.levels(), decisive::level)) {
            out.line(depth, Printable.line(level.name()));
            if (level.policies().isEmpty()) {
                out.line(depth + 1, level.stage().isLevel() ? "no policy is attached" : "none");
            }
            for (PolicyExplanation policy : first(level.policies(), one -> decisive.policy(level, one))) {
                out.line(depth + 1, Printable.line(policy.policy().name()));
                ElementText elements = new ElementText(
                        facts, request.action(), policy.policy().document().effectiveVersion());
                for (int index : order(level, policy, decisive)) {
                    StatementText text = new StatementText(policy, index, elements);
                    if (decisive.statement(level, policy, index)) {
                        text.full(out, depth + 2);
                    } else {
                        text.brief(out, depth + 2);
                    }
                }
            }
        }
    }

    private static List<Integer> order(LevelExplanation level, PolicyExplanation policy, Decisive decisive) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < policy.statements().size(); i++) {
            all.add(i);
        }
        return first(all, index -> decisive.statement(level, policy, index));
    }

    /** The same list with those of a kind before the others. */
    private static <T> List<T> first(List<T> list, Predicate<T> before) {
        return ImmutableList.<T>builder()
                .addAll(list.stream().filter(before).toList())
                .addAll(list.stream().filter(before.negate()).toList())
                .build();
    }
}
