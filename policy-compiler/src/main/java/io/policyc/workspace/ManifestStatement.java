package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import io.policyc.node.JsonText;
import io.policyc.policy.Condition;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.LocatedPolicy.Origin;
import io.policyc.policy.LocatedPolicy.StatementPlace;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement in the manifest: its line, the line of each condition, and if it was packed all the statements that it stands
 * for.
 *
 * @param source how the manifest names the file of a place
 */
record ManifestStatement(JsonText json, LocatedPolicy policy, int index, Function<SourceSpan, String> source) {

    void write() {
        Statement statement = policy.document().statements().get(index);
        Optional<StatementPlace> place = policy.places().isEmpty()
                ? Optional.empty()
                : Optional.of(policy.places().get(index));
        json.object(() -> {
            json.field("sid", statement.sid().map(Sid::text));
            place.ifPresent(found -> lineAndColumn(found.statement()));
            json.arrayField("conditions", () -> {
                for (int i = 0; i < statement.conditions().size(); i++) {
                    condition(statement.conditions().get(i), policy.conditionPlace(index, i));
                }
            });
            place.filter(found -> found.origin().isPresent())
                    .ifPresent(found ->
                            json.arrayField("origins", () -> found.all().forEach(this::origin)));
        });
    }

    private void condition(Condition condition, Optional<SourceSpan> place) {
        json.object(() -> {
            json.field("operator", condition.operator().word());
            json.field("key", condition.key().spelling());
            place.ifPresent(this::lineAndColumn);
        });
    }

    /** Its conditions are in the order of those of the statement. */
    private void origin(StatementPlace place) {
        json.object(() -> {
            json.field("policy", place.origin().map(Origin::policy));
            json.field("sid", place.origin().flatMap(Origin::sid).map(Sid::text));
            json.field("source", source.apply(place.statement()));
            lineAndColumn(place.statement());
            ImmutableList<SourceSpan> conditions = place.conditions();
            json.arrayField("conditions", () -> conditions.forEach(span -> json.object(() -> lineAndColumn(span))));
        });
    }

    private void lineAndColumn(SourceSpan span) {
        json.field("line", span.line());
        json.field("column", span.column());
    }
}
