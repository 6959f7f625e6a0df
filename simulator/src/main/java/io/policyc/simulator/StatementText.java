package io.policyc.simulator;

import io.policyc.finding.Printable;
import io.policyc.policy.Statement;
import io.policyc.simulator.Explanation.PolicyExplanation;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/** Prints one statement of an explanation. */
final class StatementText {
    private final PolicyExplanation policy;
    private final int index;
    private final StatementExplanation explanation;
    private final ElementText elements;

    StatementText(PolicyExplanation policy, int index, ElementText elements) {
        this.policy = policy;
        this.index = index;
        this.explanation = policy.statements().get(index);
        this.elements = elements;
    }

    /** Every part with its verdict. A statement without conditions is as short as any other. */
    void full(TreeText out, int depth) {
        Statement statement = explanation.statement();
        if (statement.conditions().isEmpty() || explanation.action() == Truth.FALSE) {
            brief(out, depth);
            return;
        }
        out.line(depth, head(), "", place(policy.policy().statementPlace(index)));
        out.line(depth + 2, mark(explanation.action()) + elements.action(statement));
        elements.principal(statement, explanation.principal())
                .ifPresent(text -> out.line(depth + 2, mark(explanation.principal()) + text));
        if (statement.resource().isPresent()) {
            out.line(depth + 2, mark(explanation.resource()) + elements.resource(statement, explanation.resource()));
        }
        for (int i = 0; i < explanation.conditions().size(); i++) {
            ConditionExplanation condition = explanation.conditions().get(i);
            ConditionText text = new ConditionText(condition);
            out.line(
                    depth + 2,
                    mark(condition.truth()) + text.subject(),
                    "",
                    place(policy.policy().conditionPlace(index, i)));
            text.values().forEach(value -> out.line(depth + 4, value));
        }
    }

    /** The verdict in one line; of a statement that misses with the first reason. */
    void brief(TreeText out, int depth) {
        out.line(depth, head(), reason(), place(policy.policy().statementPlace(index)));
    }

    private String head() {
        Statement statement = explanation.statement();
        String name = statement.sid().map(sid -> Printable.line(sid.text())).orElse("statement " + (index + 1));
        String verdict = switch (explanation.truth()) {
            case TRUE -> " matches";
            case FALSE -> " misses:";
            case UNKNOWN -> " is open";
        };
        return mark(explanation.truth()) + statement.effect().word() + " " + name + verdict;
    }

    private String reason() {
        Statement statement = explanation.statement();
        if (explanation.truth() != Truth.FALSE) {
            return "";
        }
        if (explanation.action() == Truth.FALSE) {
            return elements.action(statement);
        }
        if (explanation.principal() == Truth.FALSE) {
            return elements.principal(statement, Truth.FALSE).orElse("");
        }
        if (explanation.resource() == Truth.FALSE) {
            return elements.resource(statement, Truth.FALSE);
        }
        return explanation.conditions().stream()
                .filter(condition -> condition.truth() == Truth.FALSE)
                .map(condition -> new ConditionText(condition).line())
                .findFirst()
                .orElse("");
    }

    private static String place(Optional<SourceSpan> place) {
        return place.map(span -> "(" + Printable.line(span.toString()) + ")").orElse("");
    }

    private static String mark(Truth truth) {
        return switch (truth) {
            case TRUE -> "+ ";
            case FALSE -> "- ";
            case UNKNOWN -> "? ";
        };
    }
}
