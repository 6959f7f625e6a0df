package io.policyc.simulator;

import io.policyc.node.JsonText;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.RequestPrinter;
import io.policyc.simulator.ConditionExplanation.RequestValue;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import io.policyc.simulator.Explanation.LevelExplanation;
import io.policyc.simulator.Explanation.PolicyExplanation;
import io.policyc.simulator.Explanation.ResourceExplanation;
import io.policyc.source.SourceSpan;
import java.util.Locale;
import java.util.Optional;

/** Writes the whole tree of an explanation as JSON. */
final class ExplanationJson {
    private final JsonText out;

    private ExplanationJson(JsonText out) {
        this.out = out;
    }

    static void write(JsonText out, Optional<String> id, Explanation explanation) {
        ExplanationJson json = new ExplanationJson(out);
        out.object(() -> {
            out.name("decision");
            DecisionPrinter.write(out, id, explanation.decision());
            out.name("request");
            RequestPrinter.write(out, explanation.request());
            out.arrayField("resources", () -> explanation.resources().forEach(json::resource));
        });
    }

    private void resource(ResourceExplanation resource) {
        out.object(() -> out.field("resource", resource.resource())
                .field("outcome", resource.decision().outcome().name())
                .arrayField("levels", () -> resource.levels().forEach(this::level)));
    }

    private void level(LevelExplanation level) {
        out.object(() -> out.field("name", level.name())
                .field("type", level.stage().type().name())
                .arrayField("policies", () -> level.policies().forEach(this::policy)));
    }

    private void policy(PolicyExplanation policy) {
        out.object(() -> {
            out.field("name", policy.policy().name());
            out.arrayField("statements", () -> {
                for (int i = 0; i < policy.statements().size(); i++) {
                    statement(policy, i);
                }
            });
        });
    }

    private void statement(PolicyExplanation policy, int index) {
        StatementExplanation explanation = policy.statements().get(index);
        Statement statement = explanation.statement();
        out.object(() -> {
            out.field("statement", index + 1L)
                    .field("sid", statement.sid().map(Sid::text))
                    .field("effect", statement.effect().word())
                    .field("matches", word(explanation.truth()))
                    .field("source", policy.policy().statementPlace(index).map(SourceSpan::toString));
            statement
                    .principal()
                    .ifPresent(
                            element -> out.objectField("principal", () -> principal(element, explanation.principal())));
            out.objectField("action", () -> action(statement.action(), explanation.action()));
            statement
                    .resource()
                    .ifPresent(element -> out.objectField("resource", () -> resource(element, explanation.resource())));
            out.arrayField("conditions", () -> {
                for (int i = 0; i < explanation.conditions().size(); i++) {
                    Optional<SourceSpan> place = policy.policy().conditionPlace(index, i);
                    condition(explanation.conditions().get(i), place);
                }
            });
        });
    }

    private void principal(PrincipalElement element, Truth truth) {
        out.field("matches", word(truth))
                .field("element", element.<String>fold(listed -> "Principal", not -> "NotPrincipal"))
                .field("patterns", PrincipalText.names(element));
    }

    private void action(ActionElement element, Truth truth) {
        out.field("matches", word(truth))
                .field("element", element.<String>fold(listed -> "Action", not -> "NotAction"))
                .field(
                        "patterns",
                        element.patterns().stream().map(ActionPattern::text).toList());
    }

    private void resource(ResourceElement element, Truth truth) {
        out.field("matches", word(truth))
                .field("element", element.<String>fold(listed -> "Resource", not -> "NotResource"))
                .field(
                        "patterns",
                        element.patterns().stream().map(ValueTemplate::text).toList());
    }

    private void condition(ConditionExplanation explanation, Optional<SourceSpan> place) {
        out.object(() -> out.field(
                        "operator", explanation.condition().operator().word())
                .field("key", explanation.condition().key().spelling())
                .field("matches", word(explanation.truth()))
                .field("source", place.map(SourceSpan::toString))
                .field("state", explanation.actual().state().name().toLowerCase(Locale.ROOT))
                .field("actual", explanation.actual().values())
                .arrayField("values", () -> values(explanation))
                .arrayField("each", () -> explanation.each().forEach(this::requestValue)));
    }

    /** The condition's values; what each does alone is null where that says nothing. */
    private void values(ConditionExplanation explanation) {
        if (explanation.values().isEmpty()) {
            for (ValueTemplate value : explanation.condition().values()) {
                out.object(() -> out.field("value", value.text()).field("matches", Optional.empty()));
            }
        }
        explanation.values().forEach(this::value);
    }

    private void requestValue(RequestValue value) {
        out.object(() -> out.field("actual", value.actual())
                .field("matches", word(value.truth()))
                .arrayField("values", () -> value.values().forEach(this::value)));
    }

    private void value(ValueExplanation value) {
        out.object(() -> {
            out.field("value", value.value().text()).field("matches", word(value.matches()));
            value.resolved().ifPresent(resolved -> out.field("resolved", resolved));
            value.missed().ifPresent(missed -> out.objectField("missed", () -> missed(missed)));
            value.note().ifPresent(note -> out.field("note", note));
        });
    }

    private void missed(ValueMiss missed) {
        out.field("reason", missed.miss().reason().name())
                .field("pattern", missed.pattern())
                .field("text", missed.miss().character())
                .field("wanted", missed.miss().wanted())
                .field("found", missed.miss().found());
        missed.component().ifPresent(component -> out.field("component", component));
    }

    private static String word(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }
}
